using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>One record, or the one that it was merged into. A query narrows it: a record that does not match is not found.</summary>
public abstract record Get<TRecord, TView>(RecordId Id) : IQuery<TView>, IQueried, IFollowsMerges
    where TRecord : Record
    where TView : class
{
    public ListQuery Query { get; set; } = ListQuery.Empty;

    public long? Survivor { get; internal set; }
}

internal sealed class GetHandler<TRequest, TRecord, TView>(IDatabase db, QueryReader reader) : IRequestHandler<TRequest, TView>
    where TRequest : Get<TRecord, TView>
    where TRecord : Record
    where TView : class
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var query = reader.Read<TRecord, TView>(request.Query, QueryUse.Read);
        return await db.View<TRecord, TView>(request.Id.Value, query.Where, cancellationToken)
            ?? await ViewSurvivor(request, query.Where, cancellationToken)
            ?? throw NotFound.Record(request.Id.Text);
    }

    private async Task<TView?> ViewSurvivor(TRequest request, Condition<TRecord>? where, CancellationToken cancellationToken)
    {
        request.Survivor = await db.Survivor<TRecord>(request.Id.Value, cancellationToken);
        return request.Survivor is { } id ? await db.View<TRecord, TView>(id, where, cancellationToken) : null;
    }
}
