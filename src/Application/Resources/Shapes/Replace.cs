using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Replaces everything on a record that a client may write. It never creates one.</summary>
public abstract record Replace<TRecord, TFields, TView>(RecordId Id, Input<TFields> Input) : Write<TRecord, TView>
    where TRecord : Record
    where TFields : class
    where TView : class
{
    public override void Read(InputReader reader)
    {
        base.Read(reader);
        reader.Read<TFields, TView>(Input);
    }
}

internal sealed class ReplaceHandler<TRequest, TRecord, TFields, TView>(IDatabase db, IEnumerable<IRule<TRecord>> rules)
    : IRequestHandler<TRequest, TView>
    where TRequest : Replace<TRecord, TFields, TView>
    where TRecord : Record
    where TFields : class
    where TView : class
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = await db.Require<TRecord>(request.Id, cancellationToken);
        await rules.Check(record, cancellationToken);
        request.Input.Fields.Adapt(record);
        await rules.Check(record, cancellationToken);
        await db.Save(cancellationToken);
        return record.Adapt<TView>();
    }
}
