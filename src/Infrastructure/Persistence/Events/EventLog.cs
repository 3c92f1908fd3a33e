using System.Text.Json;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>
/// Seals events as the tables' owner: the program's own role may add events, and change none. Writers need not wait for each other to
/// number theirs, and whoever reads sees an event only when all before it have their numbers (docs/adr/0031).
/// </summary>
internal sealed class EventLog(DatabaseSettings settings) : IEventLog
{
    private const int AtOnce = 1000;

    public async Task Seal(long organizationId, CancellationToken cancellationToken)
    {
        await using var db = Open();
        while (await SealSome(db, organizationId, cancellationToken) == AtOnce) { }
    }

    public async Task SealAll(CancellationToken cancellationToken)
    {
        await using var db = Open();
        var waiting = await Owners(Events(db).Where(e => e.Sequence == null), cancellationToken);
        foreach (var organization in waiting)
            while (await SealSome(db, organization, cancellationToken) == AtOnce) { }
    }

    public async Task<IReadOnlyList<long>> Organizations(CancellationToken cancellationToken)
    {
        await using var db = Open();
        return await Owners(Events(db), cancellationToken);
    }

    public async Task<ChainState> Verify(long organizationId, CancellationToken cancellationToken)
    {
        await Seal(organizationId, cancellationToken);
        await using var db = Open();
        ChangeEvent? last = null;
        for (var count = 0L; ; )
        {
            var after = count;
            var next = await Events(db)
                .Where(e => e.OrganizationId == organizationId && e.Sequence > after)
                .OrderBy(e => e.Sequence)
                .Take(AtOnce)
                .ToListAsync(cancellationToken);
            foreach (var one in next)
            {
                if (!one.IsSealedAfter(count, last?.Hash))
                    return new(count, last?.Hash, count + 1);
                (count, last) = (count + 1, one);
            }

            if (next.Count < AtOnce)
                return new(count, last?.Hash, null);
        }
    }

    private static Task<List<long>> Owners(IQueryable<ChangeEvent> events, CancellationToken cancellationToken) =>
        events.Select(e => e.OrganizationId).Distinct().Order().ToListAsync(cancellationToken);

    private static async Task<int> SealSome(AchieveApexDb db, long organizationId, CancellationToken cancellationToken)
    {
        var own = Events(db).Where(e => e.OrganizationId == organizationId);
        if (!await own.AnyAsync(e => e.Sequence == null, cancellationToken))
            return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeSealing(organizationId, cancellationToken);
        var last = await own.Where(e => e.Sequence != null).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
        var events = await own.Where(e => e.Sequence == null).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var one in events)
        {
            one.Seal((last?.Sequence ?? 0) + 1, last?.Hash);
            last = one;
        }

        var seals = JsonSerializer.Serialize(events.Select(e => new Seals(e.Id, e.Sequence!.Value, e.Hash!)));
        await db.Database.ExecuteSqlRawAsync(db.SealSql, [seals], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return events.Count;
    }

    private static IQueryable<ChangeEvent> Events(AchieveApexDb db) =>
        db.Set<ChangeEvent>().IgnoreQueryFilters([RecordModel.OrganizationFilter]);

    private AchieveApexDb Open() =>
        settings.IsPostgres ? new PostgresDb(Contexts.PostgresOwner(settings)) : new SqliteDb(Contexts.Sqlite(settings));

    // The names of the SQL.
    private sealed record Seals(long id, long sequence, string hash);
}
