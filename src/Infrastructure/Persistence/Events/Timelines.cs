using System.Collections.Concurrent;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using Mapster;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>Reads the events around a record.</summary>
internal sealed class Timelines(ResourceCatalog resources)
{
    private readonly ConcurrentDictionary<Type, TimelineSql> known = new();

    public async Task<IReadOnlyList<EventView>> Read<TRecord>(
        AchieveApexDb db,
        TRecord record,
        IReadOnlySet<string> visible,
        long before,
        int limit,
        CancellationToken cancellationToken
    )
        where TRecord : Record
    {
        var sql = known.GetOrAdd(typeof(TRecord), _ => TimelineSql.Make<TRecord>(db.Model, resources)).Of(visible, limit);
        var events = await db.Set<ChangeEvent>()
            .FromSqlRaw(sql, record.OrganizationId, record.Id, before)
            .OrderByDescending(change => change.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return [.. events.Select(change => change.Adapt<EventView>())];
    }
}
