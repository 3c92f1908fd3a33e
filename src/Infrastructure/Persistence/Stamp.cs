using AchieveApex.Application.Requests;
using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Writes a record's bookkeeping, and refuses to write a record of another organization.</summary>
internal sealed class Stamp(OrganizationScope scope, TimeProvider clock)
{
    /// <summary>A new record is the caller's organization's, in its first version.</summary>
    /// <param name="record">The record.</param>
    /// <param name="at">The moment of creation; null: now.</param>
    public void Added(Record record, DateTimeOffset? at = null)
    {
        var caller = scope.Caller;
        var time = at ?? clock.GetUtcNow();
        Bookkeeping.OrganizationId(record, caller.OrganizationId);
        Bookkeeping.Version(record, 0);
        Bookkeeping.CreatedAt(record, time);
        Bookkeeping.CreatedByUserId(record, caller.UserId);
        Bookkeeping.CreatedByApiKeyId(record, caller.ApiKeyId);
        Changed(record, caller, time);
    }

    public void Changed(Record record) => Changed(record, scope.Caller, clock.GetUtcNow());

    /// <exception cref="InvalidOperationException">It is another organization's.</exception>
    public void CheckOwner(Record record)
    {
        if (record.OrganizationId != scope.Caller.OrganizationId)
            throw new InvalidOperationException($"A {record.GetType().Name} of another organization was about to be written.");
    }

    private static void Changed(Record record, Caller caller, DateTimeOffset time)
    {
        Bookkeeping.Version(record, record.Version + 1);
        Bookkeeping.UpdatedAt(record, time);
        Bookkeeping.UpdatedByUserId(record, caller.UserId);
        Bookkeeping.UpdatedByApiKeyId(record, caller.ApiKeyId);
    }
}
