namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Does something to a record that has a name of its own, such as winning a deal.</summary>
public abstract record Act<TRecord, TFields, TView>(RecordId Id, Input<TFields> Input) : Write<TRecord, TView>
    where TRecord : Record
    where TFields : class
    where TView : RecordView
{
    public override void Read(InputReader reader)
    {
        base.Read(reader);
        reader.Read<TFields, TFields>(Input);
    }
}

/// <summary>Opens the record, does it, and keeps the record.</summary>
internal abstract class ActHandler<TRequest, TRecord, TFields, TView>(Editor<TRecord> editor) : IRequestHandler<TRequest, TView>
    where TRequest : Act<TRecord, TFields, TView>
    where TRecord : Record
    where TFields : class
    where TView : RecordView
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = await editor.Open(request.Id, cancellationToken);
        await Do(record, request.Input.Fields, cancellationToken);
        await editor.Keep(record, cancellationToken);
        return await editor.Show<TView>(record, cancellationToken);
    }

    /// <summary>Changes the record.</summary>
    protected abstract Task Do(TRecord record, TFields fields, CancellationToken cancellationToken);
}
