using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>Reads views of the caller's organization, past EF Core: it would translate each query anew.</summary>
internal sealed class Reads(OrganizationScope scope, ContextLease lease, ModelParts model, IRowReader rows)
{
    public async Task<TView?> View<TRecord, TView>(long id, Condition<TRecord>? where, CancellationToken cancellationToken)
        where TRecord : Record
        where TView : class
    {
        var shape = new QueryShape();
        shape.Add('1');
        where?.Describe(shape);
        var plan = model.Of(ViewPlans<TRecord, TView>.Make).One(where, shape);
        var found = await Read(plan, [scope.Caller.OrganizationId, id, .. shape.Values], ReadParts.Rows, cancellationToken);
        return found.Rows is [var view] ? view : null;
    }

    public async Task<Page<TView>> Page<TRecord, TView>(Query<TRecord> query, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var first = query.After is [var part, ..] ? part : null;
        // The total of everything is cheap and comes along. That of a condition may be dear, and the page may tell it.
        var withTotal = query.CountTotal && (query.Where is null || query.Limit == 0);
        var parts = (query.Limit > 0 ? ReadParts.Rows : 0) | (withTotal ? ReadParts.Total : 0);
        var found = parts == 0 ? new([], null) : await Read<TRecord, TView>(query, first, parts, cancellationToken);
        var rows = found.Rows;
        foreach (var next in query.After.Skip(1).TakeWhile(_ => query.Limit > 0 && rows.Count <= query.Limit))
            rows = [.. rows, .. (await Read<TRecord, TView>(query, next, ReadParts.Rows, cancellationToken)).Rows];

        var total = !query.CountTotal
            ? null
            : found.Total
                ?? EndOf(query, rows.Count)
                ?? (await Read<TRecord, TView>(query, first, ReadParts.Total, cancellationToken)).Total;
        var hasMore = rows.Count > query.Limit;
        return new(total, query.Limit, query.Skip, hasMore ? [.. rows.Take(query.Limit)] : rows) { HasMore = hasMore };
    }

    private Task<Found<TView>> Read<TRecord, TView>(
        Query<TRecord> query,
        Condition<TRecord>? after,
        ReadParts parts,
        CancellationToken cancellationToken
    )
        where TRecord : Record
    {
        var shape = ShapeOf(query, after);
        var plan = model.Of(ViewPlans<TRecord, TView>.Make).Page(query, after, shape);
        List<object> values = [scope.Caller.OrganizationId, .. shape.Values];
        if (query.Skip > 0)
            values.Add((long)query.Skip);
        return Read(plan, values, parts, cancellationToken);
    }

    private static QueryShape ShapeOf<TRecord>(Query<TRecord> query, Condition<TRecord>? after)
    {
        var shape = new QueryShape();
        shape.Add('N');
        shape.Add(query.Limit);
        shape.Add(query.Skip > 0 ? 1 : 0);
        shape.Add(query.Sort.Count);
        foreach (var key in query.Sort)
            key.Describe(shape);
        query.Where?.Describe(shape);
        if (after is not null)
        {
            shape.Add('>');
            after.Describe(shape);
        }

        return shape;
    }

    // A page after which nothing comes ends the list, and then its end is the total, unless it began at a cursor.
    private static long? EndOf<TRecord>(Query<TRecord> query, int onPage) =>
        query.After.Count == 0 && onPage <= query.Limit && (onPage > 0 || query.Skip == 0) ? query.Skip + onPage : null;

    private Task<Found<TView>> Read<TView>(
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts,
        CancellationToken cancellationToken
    ) => rows.Read(plan, values, parts, lease.Transaction?.GetDbTransaction(), cancellationToken);
}
