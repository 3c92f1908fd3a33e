using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Adds a record.</summary>
public abstract record Create<TRecord, TFields, TView>(Input<TFields> Input) : Write<TRecord, TView>
    where TRecord : Record, new()
    where TFields : class
    where TView : class
{
    public override void Read(InputReader reader)
    {
        base.Read(reader);
        reader.Read<TFields, TView>(Input);
    }
}

internal sealed class CreateHandler<TRequest, TRecord, TFields, TView>(IDatabase db, IEnumerable<IRule<TRecord>> rules)
    : IRequestHandler<TRequest, TView>
    where TRequest : Create<TRecord, TFields, TView>
    where TRecord : Record, new()
    where TFields : class
    where TView : class
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = request.Input.Fields.Adapt(new TRecord());
        await rules.Check(record, cancellationToken);
        db.Add(record);
        await db.Save(cancellationToken);
        return record.Adapt<TView>();
    }
}
