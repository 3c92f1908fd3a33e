namespace AchieveApex.Application.RateLimiting;

/// <summary>How much of the organization's rate limit is used. Asking is free.</summary>
[NoPermission("tells the caller its own organization's limit, which every answer carries in its headers")]
public sealed record GetRateLimit : IQuery<RateLimitState>;

/// <summary>The state of the organization's rate limit.</summary>
/// <param name="Limit">Requests that fit in a window.</param>
/// <param name="Current">Requests in the window that ends now.</param>
/// <param name="Remaining">How many more would pass now.</param>
/// <param name="Window">The window in seconds.</param>
/// <param name="Reset">Whole seconds until the next of them leaves the window; 0 when there is none.</param>
public sealed record RateLimitState(int Limit, int Current, int Remaining, int Window, int Reset);

internal sealed class GetRateLimitHandler(OrganizationScope scope, IRateLimiter limiter, RateLimitOptions options)
    : IRequestHandler<GetRateLimit, RateLimitState>
{
    public async Task<RateLimitState> Handle(GetRateLimit request, CancellationToken cancellationToken)
    {
        var limit = scope.Caller.RateLimit ?? new RateLimit(options.MaxRequests, options.WindowSeconds);
        var now = await limiter.Peek(scope.Caller.OrganizationId, limit, cancellationToken);
        return new(limit.MaxRequests, limit.MaxRequests - now.Remaining, now.Remaining, limit.WindowSeconds, now.ResetSeconds);
    }
}
