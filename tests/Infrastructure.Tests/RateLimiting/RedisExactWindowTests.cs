using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using StackExchange.Redis;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

public sealed class RedisExactWindowTests : ExactWindowTests, IClassFixture<RedisFixture>, IDisposable
{
    // The production scripts with a clock that the test sets.
    private static readonly RingScripts _scripts = RingScripts.With("local now, lifetime = tonumber(ARGV[3]), 300000\n");
    private static long _organizations = 10_000;

    private readonly RateLimitMetrics _metrics = new();
    private readonly RedisFixture _redis;
    private readonly RedisRateLimiter _limiter;

    public RedisExactWindowTests(RedisFixture redis, ITestOutputHelper output)
        : base(output) => (_redis, _limiter) = (redis, redis.Limiter(_metrics));

    private protected override IRateLimiter Limiter => _limiter;

    private protected override async Task<RateLimitDecision[]> Play(Sequence sequence)
    {
        // All at once on one connection: Redis answers in order.
        var key = RedisRateLimiter.Key(Interlocked.Increment(ref _organizations));
        var decisions = await Task.WhenAll(sequence.Timed().Select(step => Call(key, step.Now, step.Step)));
        await _redis.Database.KeyDeleteAsync(key, CommandFlags.FireAndForget);
        return decisions;
    }

    private async Task<RateLimitDecision> Call(RedisKey key, long now, Step step)
    {
        var script = step.Looks ? _scripts.Peek : _scripts.Hit;
        var answer = await _redis.Database.ScriptEvaluateAsync(script, [key], [step.Limit, step.Window, now]);
        return RedisRateLimiter.Read(answer).ToDecision(step.Limit);
    }

    public void Dispose()
    {
        _limiter.Dispose();
        _metrics.Dispose();
    }
}
