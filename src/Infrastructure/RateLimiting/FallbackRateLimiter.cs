using AchieveApex.Application.RateLimiting;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>Counts in Redis, and decides by the policy while Redis is lost: no call fails, and none waits for it.</summary>
internal sealed class FallbackRateLimiter(
    RedisRateLimiter store,
    MemoryRateLimiter local,
    StoreFailurePolicy policy,
    RateLimitMetrics metrics,
    TimeProvider clock,
    ILogger<FallbackRateLimiter> log
) : IRateLimiter
{
    private readonly StoreBreaker _breaker = metrics.Watch(new StoreBreaker(clock));

    public async ValueTask<RateLimitDecision> Hit(long organizationId, RateLimit limit, CancellationToken cancellationToken)
    {
        // Before the breaker, which must hear of Redis only from calls that reached it.
        if (store.Recall(organizationId, limit, out var known))
            return known;

        var counted = await Try(() => store.Ask(organizationId, limit, cancellationToken), cancellationToken);
        if (counted is { } decision)
            return decision;

        if (policy == StoreFailurePolicy.LocalFallback)
            return await local.Hit(organizationId, limit, cancellationToken);

        var decided = WithoutCounting(limit, current: 1);
        metrics.Decided(decided, DecisionSource.Policy);
        return decided;
    }

    public async ValueTask<RateLimitDecision> Peek(long organizationId, RateLimit limit, CancellationToken cancellationToken)
    {
        var counted = await Try(() => store.Peek(organizationId, limit, cancellationToken).AsTask(), cancellationToken);
        if (counted is { } decision)
            return decision;

        return policy == StoreFailurePolicy.LocalFallback
            ? await local.Peek(organizationId, limit, cancellationToken)
            : WithoutCounting(limit, current: 0);
    }

    private async Task<RateLimitDecision?> Try(Func<Task<RateLimitDecision>> ask, CancellationToken cancellationToken)
    {
        if (!_breaker.LetsThrough())
            return null;

        try
        {
            var decision = await ask();
            if (_breaker.Succeeded())
                log.LogInformation("The rate limit store answers again");

            return decision;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _breaker.Abandoned();
            throw;
        }
        catch (Exception failure)
        {
            if (_breaker.Failed())
                log.LogWarning(failure, "The rate limit store is lost; {Policy} decides until it answers again", policy);

            return null;
        }
    }

    private RateLimitDecision WithoutCounting(RateLimit limit, int current) =>
        policy == StoreFailurePolicy.Allow
            ? new(true, current, limit.MaxRequests - current, 0, 0)
            : new(false, 0, 0, 1, RetryAfter: 1, Unavailable: true);
}
