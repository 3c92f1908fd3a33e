using System.Collections.Concurrent;
using System.Net;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>Collects when keys were used and writes it every half minute and at the end. A killed process loses at most that half minute.</summary>
internal sealed class KeyUse(IServiceScopeFactory scopes, ResourceCatalog resources, TimeProvider clock, ILogger<KeyUse> log)
    : BackgroundService,
        IKeyUse
{
    // Of several instances the latest use stands.
    private const string Note = """
        UPDATE api_keys SET last_used_at = {2}, last_used_ip = {3}
        WHERE organization_id = {0} AND id = {1} AND (last_used_at IS NULL OR last_used_at < {2})
        """;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(2);

    // Times are no finer than this: a key that is used all the time is noted once in it, and its requests do not wait for each other.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(long Organization, long Key), Use> uses = new();

    public void Record(long organizationId, long keyId, DateTimeOffset at, IPAddress? from)
    {
        var key = (organizationId, keyId);
        if (!uses.TryGetValue(key, out var last) || at - last.At >= Grain || !Equals(last.From, from))
            uses[key] = new(at, from);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // The server may have used up the time that it had to stop; this is short, whatever happens.
        using var patience = new CancellationTokenSource(LastWrite, clock);
        try
        {
            await Write(patience.Token);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("When keys were used last could not be written in time.");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Write(stoppingToken);
    }

    private async Task Write(CancellationToken cancellationToken)
    {
        foreach (var organization in uses.GroupBy(use => use.Key.Organization))
        {
            try
            {
                await Write(organization.Key, organization.OrderBy(use => use.Key.Key).ToList(), cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogWarning(
                    "When the keys of organization {OrganizationId} were used could not be written: {Reason}",
                    organization.Key,
                    error.Message
                );
            }
        }
    }

    private async Task Write(
        long organizationId,
        List<KeyValuePair<(long Organization, long Key), Use>> written,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganizationScope>().Enter(Caller.Program(organizationId, resources));
        var db = scope.ServiceProvider.GetRequiredService<AchieveApexDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var ((_, id), use) in written)
        {
            object?[] values = [organizationId, id, db.Kept(use.At), use.From?.ToString()];
            await db.Database.ExecuteSqlRawAsync(Note, values!, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        foreach (var use in written)
            uses.TryRemove(use); // unless the key was used again since
    }

    private readonly record struct Use(DateTimeOffset At, IPAddress? From);
}
