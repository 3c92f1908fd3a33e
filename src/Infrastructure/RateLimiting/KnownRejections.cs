using System.Collections.Concurrent;
using AchieveApex.Application.RateLimiting;

namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>
/// "Rejected until T": after the store rejected, this instance repeats the answer by itself until it could change. That is exact,
/// because a rejection changes nothing; and it takes the load of an organization over its limit from the store.
/// </summary>
internal sealed class KnownRejections : IDisposable
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<long, Rejection> _rejections = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _longest;
    private readonly ITimer _sweep;

    /// <param name="longest">For how long at most, so that a reset of the store is noticed.</param>
    public KnownRejections(TimeProvider clock, TimeSpan longest)
    {
        (_clock, _longest) = (clock, longest);
        var period = TimeSpan.FromSeconds(10);
        _sweep = clock.CreateTimer(_ => Sweep(), null, period, period);
    }

    public int Count => _rejections.Count;

    /// <param name="sent">When the call was sent: no admission can come sooner than this and the wait.</param>
    public void Remember(long organizationId, RateLimit limit, in RingAnswer answer, long sent)
    {
        // `current` stays right until the oldest leaves, which is sooner than the wait only after the limit was cut.
        var holds = Math.Min(Math.Min(answer.Wait, answer.OldestLeaves), (long)_longest.TotalMilliseconds);
        if (holds <= 0 || (_rejections.Count >= Most && !_rejections.ContainsKey(organizationId)))
            return;

        var received = _clock.GetTimestamp();
        _rejections[organizationId] = new(limit, answer.Current, sent + Ticks(holds), received + Ticks(answer.Wait));
    }

    public bool Recall(long organizationId, RateLimit limit, out RateLimitDecision decision)
    {
        decision = default;
        if (!_rejections.TryGetValue(organizationId, out var known))
            return false;

        var now = _clock.GetTimestamp();
        if (known.Limit != limit || now >= known.HoldsUntil)
        {
            _rejections.TryRemove(new(organizationId, known));
            return false;
        }

        var wait = (known.AdmitsAt - now + Ticks(1) - 1) / Ticks(1);
        decision = new RingAnswer(false, known.Current, wait, 0).ToDecision(limit.MaxRequests);
        return true;
    }

    public void Dispose() => _sweep.Dispose();

    private long Ticks(long milliseconds) => milliseconds * _clock.TimestampFrequency / 1000;

    private void Sweep()
    {
        foreach (var entry in _rejections)
        {
            if (_clock.GetTimestamp() >= entry.Value.HoldsUntil)
                _rejections.TryRemove(entry);
        }
    }

    // HoldsUntil is measured from before the call, so it is never late; AdmitsAt from after it, so the told wait is never short.
    private readonly record struct Rejection(RateLimit Limit, int Current, long HoldsUntil, long AdmitsAt);
}
