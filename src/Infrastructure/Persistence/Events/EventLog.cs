using System.Diagnostics;
using System.Text.Json;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>
/// Seals events. Writers need not wait for each other to number theirs, and whoever reads sees an event only when all before it have
/// their numbers (docs/adr/0031).
/// </summary>
internal sealed class EventLog(IServiceScopeFactory scopes, ResourceCatalog resources) : IEventLog
{
    private const int AtOnce = 1000;

    public async Task Seal(long organizationId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Enter(scope, organizationId);
        while (await SealSome(db, cancellationToken) == AtOnce) { }
    }

    public async Task SealAll(CancellationToken cancellationToken)
    {
        // Without a parent that is not sampled, every look would be a trace of its own.
        using var untraced = new Activity(nameof(EventLog)).Start();
        foreach (var organization in await Unsealed(cancellationToken))
            await Seal(organization, cancellationToken);
    }

    public async Task<IReadOnlyList<long>> Organizations(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AchieveApexDb>();
        return await db.Read<long>("SELECT id FROM organizations ORDER BY id", [], cancellationToken);
    }

    public async Task<ChainState> Verify(long organizationId, CancellationToken cancellationToken)
    {
        await Seal(organizationId, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = Enter(scope, organizationId);
        ChangeEvent? last = null;
        for (var count = 0L; ; )
        {
            var after = count;
            var next = await db.Set<ChangeEvent>()
                .Where(change => change.Sequence > after)
                .OrderBy(change => change.Sequence)
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

    private static async Task<int> SealSome(AchieveApexDb db, CancellationToken cancellationToken)
    {
        // Most readers find everything sealed, and then make nobody wait.
        if (!await db.Set<ChangeEvent>().AnyAsync(change => change.Sequence == null, cancellationToken))
            return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeSealing(cancellationToken);
        var last = await db.Set<ChangeEvent>()
            .Where(change => change.Sequence != null)
            .OrderByDescending(change => change.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        var events = await db.Set<ChangeEvent>()
            .Where(change => change.Sequence == null)
            .OrderBy(change => change.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var one in events)
        {
            one.Seal((last?.Sequence ?? 0) + 1, last?.Hash);
            last = one;
        }

        // The names are those of the SQL.
        var seals = events.Select(change => new
        {
            id = change.Id,
            sequence = change.Sequence,
            hash = change.Hash,
        });
        await db.Database.ExecuteSqlRawAsync(db.SealSql, [db.OrganizationId, JsonSerializer.Serialize(seals)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return events.Count;
    }

    private async Task<IReadOnlyList<long>> Unsealed(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AchieveApexDb>();
        return await db.Read<long>(db.UnsealedSql, [], cancellationToken);
    }

    private AchieveApexDb Enter(AsyncServiceScope scope, long organizationId)
    {
        scope.ServiceProvider.GetRequiredService<OrganizationScope>().Enter(Caller.Program(organizationId, resources));
        return scope.ServiceProvider.GetRequiredService<AchieveApexDb>();
    }
}
