namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Removes a record and answers with it as it was.</summary>
public abstract record Remove<TRecord, TView>(RecordId Id) : Change<TRecord, TView>(Id)
    where TRecord : Record
    where TView : RecordView;

internal sealed class RemoveHandler<TRequest, TRecord, TView>(Editor<TRecord> editor) : IRequestHandler<TRequest, TView>
    where TRequest : Remove<TRecord, TView>
    where TRecord : Record
    where TView : RecordView
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = await editor.Open(request.Id, cancellationToken);
        var removed = await editor.Show<TView>(record, cancellationToken);
        await editor.Remove(record, cancellationToken);
        return removed;
    }
}
