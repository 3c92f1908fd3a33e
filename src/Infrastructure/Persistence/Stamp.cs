using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Writes a record's bookkeeping, and refuses to write a record of another organization.</summary>
internal sealed class Stamp(OrganizationScope scope, TimeProvider clock)
{
    /// <summary>Makes a new record the caller's organization's, before it is tracked: the organization is part of a key.</summary>
    public void Own(EntityEntry<Record> entry) =>
        entry.Property(record => record.OrganizationId).CurrentValue = scope.Caller.OrganizationId;

    public void Apply(ChangeTracker changes)
    {
        var caller = scope.Caller;
        var now = clock.GetUtcNow();
        foreach (
            var entry in changes
                .Entries<Record>()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        )
        {
            if (entry.State == EntityState.Added)
                Created(entry, caller, now);
            if (entry.Entity.OrganizationId != caller.OrganizationId)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another organization was about to be written.");
            if (entry.State != EntityState.Deleted)
                Updated(entry, caller, now);
        }
    }

    private static void Created(EntityEntry<Record> entry, Caller caller, DateTimeOffset now)
    {
        entry.Property(record => record.CreatedAt).CurrentValue = now;
        entry.Property(record => record.CreatedByUserId).CurrentValue = caller.UserId;
        entry.Property(record => record.CreatedByApiKeyId).CurrentValue = caller.ApiKeyId;
    }

    private static void Updated(EntityEntry<Record> entry, Caller caller, DateTimeOffset now)
    {
        entry.Property(record => record.Version).CurrentValue++;
        entry.Property(record => record.UpdatedAt).CurrentValue = now;
        entry.Property(record => record.UpdatedByUserId).CurrentValue = caller.UserId;
        entry.Property(record => record.UpdatedByApiKeyId).CurrentValue = caller.ApiKeyId;
        if (SearchText.IsKeptOf(entry.Metadata.ClrType))
            entry.Property(SearchedTables.Property).CurrentValue = SearchText.Of(entry.Entity, caller.OrganizationId);
    }
}
