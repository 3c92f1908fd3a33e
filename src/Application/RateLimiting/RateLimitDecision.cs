namespace AchieveApex.Application.RateLimiting;

/// <summary>What the limiter says about one request.</summary>
/// <param name="Admitted">Whether it may pass.</param>
/// <param name="Current">Requests in the window with this one; when rejected, the limit + 1 or more.</param>
/// <param name="Remaining">How many more would pass now.</param>
/// <param name="ResetSeconds">Admitted: whole seconds until the oldest request leaves the window (0 when there is none). Rejected: the same as <paramref name="RetryAfter"/>.</param>
/// <param name="RetryAfter">Rejected: the smallest whole number of seconds, at least 1, after which one request passes. Admitted: 0.</param>
/// <param name="Unavailable">The store is lost and the policy is to refuse: answer 503, not 429.</param>
public readonly record struct RateLimitDecision(
    bool Admitted,
    int Current,
    int Remaining,
    int ResetSeconds,
    int RetryAfter,
    bool Unavailable = false
);
