using System.Data.Common;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>Makes every instance forget an organization's keys as soon as a change to what their rights depend on is committed.</summary>
internal sealed class AccessChanges(KeyCache cache) : IDbTransactionInterceptor
{
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
}
