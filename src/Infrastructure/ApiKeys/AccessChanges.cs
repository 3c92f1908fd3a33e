using System.Data.Common;
using AchieveApex.Domain.Permissions;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>Makes every instance forget an organization's keys as soon as a change to what their rights depend on is committed.</summary>
internal sealed class AccessChanges(KeyCache cache) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (
            eventData.Context is AchieveApexDb { AccessChanged: false, Scope.IsEntered: true } db
            && db.ChangeTracker.Entries().Any(ChangesAccess)
        )
        {
            db.AccessChanged = true;
            await db.AnnounceAccessChange(cancellationToken);
        }

        return result;
    }

    // A transaction that was rolled back leaves its mark behind.
    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is AchieveApexDb db)
            db.AccessChanged = false;

        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is AchieveApexDb { AccessChanged: true } db)
        {
            db.AccessChanged = false;
            cache.Forget(db.OrganizationId);
        }

        return Task.CompletedTask;
    }

    private static bool ChangesAccess(EntityEntry entry) =>
        entry.State is not EntityState.Unchanged and not EntityState.Detached && entry.Entity is IDecidesAccess;
}
