using AchieveApex.Application.RateLimiting;
using StackExchange.Redis;

namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>Counts in Redis for all instances together. Throws when Redis does not answer in time.</summary>
internal sealed class RedisRateLimiter(
    Func<Task<IConnectionMultiplexer>> connect,
    RateLimitMetrics metrics,
    TimeProvider clock,
    RedisTuning tuning
) : IRateLimiter, IDisposable
{
    private readonly KnownRejections _rejections = new(clock, tuning.LongestKnownRejection);

    public ValueTask<RateLimitDecision> Hit(long organizationId, RateLimit limit, CancellationToken cancellationToken) =>
        Recall(organizationId, limit, out var decision) ? new(decision) : new(Ask(organizationId, limit, cancellationToken));

    public async ValueTask<RateLimitDecision> Peek(long organizationId, RateLimit limit, CancellationToken cancellationToken) =>
        (await Run(tuning.Scripts.Peek, organizationId, limit, cancellationToken)).ToDecision(limit.MaxRequests);

    /// <summary>Rejects without Redis when Redis has said that it would.</summary>
    public bool Recall(long organizationId, RateLimit limit, out RateLimitDecision decision)
    {
        if (!_rejections.Recall(organizationId, limit, out decision))
            return false;

        metrics.Decided(decision, DecisionSource.KnownRejection);
        return true;
    }

    /// <summary>Asks Redis in any case.</summary>
    public async Task<RateLimitDecision> Ask(long organizationId, RateLimit limit, CancellationToken cancellationToken)
    {
        var sent = clock.GetTimestamp();
        var answer = await Run(tuning.Scripts.Hit, organizationId, limit, cancellationToken);
        if (!answer.Admitted)
            _rejections.Remember(organizationId, limit, answer, sent);

        var decision = answer.ToDecision(limit.MaxRequests);
        metrics.Decided(decision, DecisionSource.Redis);
        return decision;
    }

    public void Dispose() => _rejections.Dispose();

    // Braces: in a cluster the id alone chooses the node.
    internal static RedisKey Key(long organizationId) => $"rl:{{{organizationId}}}";

    internal static RingAnswer Read(RedisResult result)
    {
        var numbers = (long[])result!;
        return new(numbers[0] == 1, (int)numbers[1], numbers[2], numbers[3]);
    }

    private Task<RingAnswer> Run(string script, long organizationId, RateLimit limit, CancellationToken cancellationToken) =>
        Evaluate(script, organizationId, limit).WaitAsync(tuning.Patience, clock, cancellationToken);

    private async Task<RingAnswer> Evaluate(string script, long organizationId, RateLimit limit)
    {
        var redis = await connect();
        var arguments = new RedisValue[] { limit.MaxRequests, limit.WindowSeconds * 1000 };
        return Read(await redis.GetDatabase().ScriptEvaluateAsync(script, [Key(organizationId)], arguments));
    }
}
