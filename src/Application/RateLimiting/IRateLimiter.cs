namespace AchieveApex.Application.RateLimiting;

/// <summary>
/// Counts requests per organization in a real sliding window: in no real interval of the window's length are more than the limit admitted.
/// </summary>
/// <remarks>
/// The limit comes with every call, so that it may change at any time, exactly and at once; only a longer window cannot look
/// further back than the shorter one before it did.
/// </remarks>
public interface IRateLimiter
{
    /// <summary>Asks to admit one request now. A rejection consumes nothing.</summary>
    ValueTask<RateLimitDecision> Hit(long organizationId, RateLimit limit, CancellationToken cancellationToken);

    /// <summary>
    /// Tells what <see cref="Hit"/> would say now, and consumes nothing. <see cref="RateLimitDecision.Current"/> then counts
    /// only the requests before.
    /// </summary>
    ValueTask<RateLimitDecision> Peek(long organizationId, RateLimit limit, CancellationToken cancellationToken);
}
