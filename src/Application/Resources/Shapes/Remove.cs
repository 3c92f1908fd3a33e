using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Removes a record and answers with it as it was.</summary>
public abstract record Remove<TRecord, TView>(RecordId Id) : Write<TRecord, TView>
    where TRecord : Record
    where TView : class;

internal sealed class RemoveHandler<TRequest, TRecord, TView>(IDatabase db, IEnumerable<IRule<TRecord>> rules)
    : IRequestHandler<TRequest, TView>
    where TRequest : Remove<TRecord, TView>
    where TRecord : Record
    where TView : class
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = await db.Require<TRecord>(request.Id, cancellationToken);
        await rules.Check(record, cancellationToken);
        db.Remove(record);
        await db.Save(cancellationToken);
        return record.Adapt<TView>();
    }
}
