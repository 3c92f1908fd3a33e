namespace AchieveApex.Application.RateLimiting;

/// <summary>How many requests an organization may send.</summary>
/// <param name="MaxRequests">Requests in any window, at least 1.</param>
/// <param name="WindowSeconds">The window's length in seconds, 1 to 1,036,800 (12 days).</param>
public readonly record struct RateLimit(int MaxRequests, int WindowSeconds);
