using AchieveApex.Application.RateLimiting;

namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>What a ring says, in milliseconds, before it is rounded for people.</summary>
/// <param name="Admitted">Whether the request passes.</param>
/// <param name="Current">Requests in the window, with this one unless it only looked.</param>
/// <param name="Wait">Rejected: how long until one passes. Admitted: 0.</param>
/// <param name="OldestLeaves">How long until the oldest request leaves the window; 0 when there is none.</param>
internal readonly record struct RingAnswer(bool Admitted, int Current, long Wait, long OldestLeaves)
{
    public RateLimitDecision ToDecision(int limit)
    {
        if (Admitted)
            return new(true, Current, limit - Current, WholeSeconds(OldestLeaves), 0);

        var retryAfter = WholeSeconds(Wait);
        return new(false, Current, 0, retryAfter, retryAfter);
    }

    // Up, because a client that waits less than the whole time is rejected again.
    public static int WholeSeconds(long milliseconds) => (int)((milliseconds + 999) / 1000);
}
