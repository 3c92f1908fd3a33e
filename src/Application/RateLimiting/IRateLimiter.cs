namespace AchieveApex.Application.RateLimiting;

/// <summary>
/// Counts requests per organization in a real sliding window: in no real interval of the window's length are more than the limit admitted.
/// </summary>
public interface IRateLimiter
{
    /// <summary>Asks to admit one request now. A rejection consumes nothing.</summary>
    ValueTask<RateLimitDecision> Hit(long organizationId, RateLimit limit, CancellationToken cancellationToken);

    /// <summary>Tells the state without consuming anything: the decision that <see cref="Hit"/> would be judged from.</summary>
    ValueTask<RateLimitDecision> Peek(long organizationId, RateLimit limit, CancellationToken cancellationToken);
}
