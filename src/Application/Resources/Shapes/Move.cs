namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Does something to a record that takes nothing but the record, such as closing a conversation. It needs no handler of its own.</summary>
public abstract record Move<TRecord, TFields, TView>(RecordId Id, Input<TFields> Input) : Act<TRecord, TFields, TView>(Id, Input)
    where TRecord : Record
    where TFields : class
    where TView : RecordView
{
    /// <summary>Changes the record. What else there is to do about it, its rules do.</summary>
    public abstract void Make(TRecord record, DateTimeOffset now, Caller caller);
}

internal sealed class MoveHandler<TRequest, TRecord, TFields, TView>(Editor<TRecord> editor, OrganizationScope scope, TimeProvider clock)
    : IRequestHandler<TRequest, TView>
    where TRequest : Move<TRecord, TFields, TView>
    where TRecord : Record
    where TFields : class
    where TView : RecordView
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = await editor.Open(request.Id, cancellationToken);
        request.Make(record, clock.GetUtcNow(), scope.Caller);
        await editor.Keep(record, cancellationToken);
        return await editor.Show<TView>(record, cancellationToken);
    }
}
