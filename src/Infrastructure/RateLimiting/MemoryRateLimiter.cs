using System.Collections.Concurrent;
using AchieveApex.Application.RateLimiting;

namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>Counts in this process: a restart forgets, and each instance counts by itself.</summary>
internal sealed class MemoryRateLimiter : IRateLimiter, IDisposable
{
    private static readonly TimeSpan _sweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, TimestampRing> _rings = new();
    private readonly RateLimitMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly long _ticksPerMillisecond;
    private readonly ITimer _sweep;

    public MemoryRateLimiter(TimeProvider clock, RateLimitMetrics metrics)
    {
        (_clock, _metrics) = (clock, metrics);
        _start = clock.GetTimestamp();
        // Up, so that on an odd clock our millisecond is a little long rather than a little short.
        _ticksPerMillisecond = (clock.TimestampFrequency + 999) / 1000;
        _sweep = clock.CreateTimer(_ => Sweep(), null, _sweepEvery, _sweepEvery);
    }

    /// <summary>How many organizations take memory now.</summary>
    public int Organizations => _rings.Count;

    public ValueTask<RateLimitDecision> Hit(long organizationId, RateLimit limit, CancellationToken cancellationToken)
    {
        var decision = Hit(organizationId, null, limit.MaxRequests, limit.WindowSeconds * 1000).ToDecision(limit.MaxRequests);
        _metrics.Decided(decision, DecisionSource.Memory);
        return new(decision);
    }

    public ValueTask<RateLimitDecision> Peek(long organizationId, RateLimit limit, CancellationToken cancellationToken) =>
        new(Peek(organizationId, null, limit.MaxRequests, limit.WindowSeconds * 1000).ToDecision(limit.MaxRequests));

    /// <param name="now">Milliseconds of another clock than ours, which may step back.</param>
    internal RingAnswer Hit(long organizationId, long? now, int limit, int window)
    {
        while (true)
        {
            var ring = Ring(organizationId);
            lock (ring)
            {
                // Time is read under the lock: a caller who was held up before it must not be entered with an old time.
                if (!ring.Retired)
                    return ring.Hit(now ?? Now(), limit, window);
            }
        }
    }

    internal RingAnswer Peek(long organizationId, long? now, int limit, int window)
    {
        if (!_rings.TryGetValue(organizationId, out var ring))
            return new(true, 0, 0, 0);

        lock (ring)
            return ring.Peek(now ?? Now(), limit, window);
    }

    public void Dispose() => _sweep.Dispose();

    private TimestampRing Ring(long organizationId) =>
        _rings.TryGetValue(organizationId, out var ring) ? ring : _rings.GetOrAdd(organizationId, static _ => new TimestampRing());

    private long Now() => (_clock.GetTimestamp() - _start) / _ticksPerMillisecond;

    private void Sweep()
    {
        foreach (var (organizationId, ring) in _rings)
        {
            lock (ring)
            {
                if (!ring.IsIdle(Now()))
                    continue;

                ring.Retired = true;
                _rings.TryRemove(organizationId, out _);
            }
        }
    }
}
