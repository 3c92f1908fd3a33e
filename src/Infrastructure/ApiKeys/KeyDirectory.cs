using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>Finds keys in the cache, else in the database.</summary>
internal sealed class KeyDirectory(
    KeyCache cache,
    IServiceScopeFactory scopes,
    ResourceCatalog resources,
    RateLimitOptions limits,
    ICustomFieldDirectory fields
) : IKeyDirectory
{
    public ValueTask<KeyHolder?> Find(KeyDigest digest, CancellationToken cancellationToken) =>
        cache.TryGet(digest, out var holder) ? ValueTask.FromResult(holder) : new(Load(digest, cancellationToken));

    private async Task<KeyHolder?> Load(KeyDigest digest, CancellationToken cancellationToken)
    {
        var reading = cache.StartReading();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AchieveApexDb>();
        var rows = await db.Read(db.FindKeySql, KeyRow.Of, [digest.ToArray()], cancellationToken);
        var holder = rows.SingleOrDefault()?.Holder(resources, limits);
        if (holder is { Caller: var caller })
            holder = holder with { Caller = caller with { CustomFields = await fields.Of(caller.OrganizationId, cancellationToken) } };
        cache.Keep(digest, holder, reading);
        return holder;
    }
}
