using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Changes some fields of a record: a JSON merge patch, RFC 7396. The result is validated as a whole.</summary>
public abstract record Patch<TRecord, TFields, TView>(RecordId Id, Input<TFields> Input) : Write<TRecord, TView>
    where TRecord : Record
    where TFields : class
    where TView : class
{
    public override void Read(InputReader reader)
    {
        base.Read(reader);
        reader.CheckPatch<TFields, TView>(Input);
    }
}

internal sealed class PatchHandler<TRequest, TRecord, TFields, TView>(IDatabase db, InputReader reader, IEnumerable<IRule<TRecord>> rules)
    : IRequestHandler<TRequest, TView>
    where TRequest : Patch<TRecord, TFields, TView>
    where TRecord : Record
    where TFields : class
    where TView : class
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = await db.Require<TRecord>(request.Id, cancellationToken);
        await rules.Check(record, cancellationToken);
        reader.Merge(record, request.Input);
        request.Input.Fields.Adapt(record);
        await rules.Check(record, cancellationToken);
        await db.Save(cancellationToken);
        return record.Adapt<TView>();
    }
}
