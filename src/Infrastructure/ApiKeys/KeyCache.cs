using System.Collections.Concurrent;
using AchieveApex.Application.ApiKeys;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>
/// Keys that were looked up a moment ago, known and unknown ones. Bounded in time and number; forgotten at once when something that a key's
/// rights depend on changes, and never answered from after its time.
/// </summary>
internal sealed class KeyCache(TimeProvider clock)
{
    private const int MostEntries = 100_000;
    private static readonly TimeSpan Known = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<KeyDigest, Entry> entries = new();
    private long changes;

    public bool TryGet(KeyDigest digest, out KeyHolder? holder)
    {
        var isKept =
            entries.TryGetValue(digest, out var entry) && clock.GetElapsedTime(entry.Since) < (entry.Holder is null ? Unknown : Known);
        holder = isKept ? entry.Holder : null;
        return isKept;
    }

    /// <summary>To be taken before the database is read: what was read before a change is not kept after it.</summary>
    public long StartReading() => Interlocked.Read(ref changes);

    public void Keep(KeyDigest digest, KeyHolder? holder, long reading)
    {
        if (entries.Count >= MostEntries)
            entries.Clear();

        entries[digest] = new(holder, clock.GetTimestamp());
        if (Interlocked.Read(ref changes) != reading)
            entries.TryRemove(digest, out _);
    }

    /// <summary>Forgets an organization's keys, and every key that was not known.</summary>
    public void Forget(long organizationId)
    {
        Interlocked.Increment(ref changes);
        foreach (var (digest, entry) in entries)
            if (entry.Holder is null || entry.Holder.Caller.OrganizationId == organizationId)
                entries.TryRemove(digest, out _);
    }

    public void ForgetAll()
    {
        Interlocked.Increment(ref changes);
        entries.Clear();
    }

    private readonly record struct Entry(KeyHolder? Holder, long Since);
}
