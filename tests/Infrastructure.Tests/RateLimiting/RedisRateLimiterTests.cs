using System.Globalization;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using StackExchange.Redis;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

public sealed class RedisRateLimiterTests : IClassFixture<RedisFixture>, IDisposable
{
    private static long _organizations = 500_000;

    private readonly long _id = Interlocked.Increment(ref _organizations);
    private readonly RateLimitMetrics _metrics = new();
    private readonly RedisFixture _redis;
    private readonly RedisRateLimiter _limiter;

    public RedisRateLimiterTests(RedisFixture redis) => (_redis, _limiter) = (redis, redis.Limiter(_metrics));

    private RedisKey Key => RedisRateLimiter.Key(_id);

    [Fact]
    public async Task A_key_survives_that_the_scripts_are_flushed()
    {
        await Hit(new(10, 60));
        await _redis.Database.ExecuteAsync("SCRIPT", "FLUSH"); // not noticed by the client, as if another had done it
        Assert.Equal(2, (await Hit(new(10, 60))).Current);
    }

    [Fact]
    public async Task A_key_is_gone_soon_after_its_window()
    {
        await Hit(new(10, 1));
        Assert.InRange((await _redis.Database.KeyTimeToLiveAsync(Key))!.Value.TotalMilliseconds, 1, 2000);
        await Task.Delay(2100);
        Assert.False(await _redis.Database.KeyExistsAsync(Key));
    }

    [Fact]
    public async Task A_full_organization_of_a_thousand_takes_about_four_kilobytes()
    {
        for (var request = 0; request < 1000; request++)
            await Hit(new(1000, 3600));

        Assert.Equal(12 + 4 * 1000, await _redis.Database.StringLengthAsync(Key));
        Assert.InRange((long)await _redis.Database.ExecuteAsync("MEMORY", "USAGE", Key), 4012, 5300);
    }

    [Fact]
    public async Task A_rejection_writes_nothing()
    {
        await Hit(new(1, 60));
        var before = await _redis.Database.StringGetAsync(Key);
        Assert.False((await _limiter.Ask(_id, new(1, 60), CancellationToken.None)).Admitted);
        Assert.Equal(before, await _redis.Database.StringGetAsync(Key));
    }

    [Fact]
    public async Task Redis_is_not_asked_again_while_it_would_reject()
    {
        var before = await Calls();
        for (var request = 0; request < 1000; request++)
            await Hit(new(5, 3600));

        // Five admissions and a rejection, and another if this took longer than ten seconds.
        Assert.InRange(await Calls() - before, 6, 8);
    }

    [Fact]
    public async Task A_repeated_rejection_tells_the_same_as_Redis()
    {
        await Hit(new(1, 3600));
        var (fromRedis, repeated) = (await Hit(new(1, 3600)), await Hit(new(1, 3600)));
        Assert.Equal((false, 2), (fromRedis.Admitted, fromRedis.Current));
        Assert.Equal(fromRedis with { ResetSeconds = 0, RetryAfter = 0 }, repeated with { ResetSeconds = 0, RetryAfter = 0 });
        Assert.InRange(repeated.RetryAfter, fromRedis.RetryAfter - 1, fromRedis.RetryAfter + 1);
    }

    [Fact]
    public async Task A_raised_limit_admits_at_once_after_a_rejection()
    {
        await Hit(new(1, 3600));
        Assert.False((await Hit(new(1, 3600))).Admitted);
        Assert.Equal(2, (await Hit(new(2, 3600))).Current);
    }

    [Fact]
    public async Task A_request_passes_after_the_time_that_a_rejection_told()
    {
        await Hit(new(1, 1));
        var rejected = await Hit(new(1, 1));
        await Task.Delay(TimeSpan.FromSeconds(rejected.RetryAfter) + TimeSpan.FromMilliseconds(1));
        Assert.True((await Hit(new(1, 1))).Admitted);
    }

    [Fact]
    public async Task Redis_that_does_not_answer_is_an_error_that_the_policy_handles()
    {
        using var limiter = new RedisRateLimiter(
            () => new TaskCompletionSource<IConnectionMultiplexer>().Task,
            _metrics,
            TimeProvider.System,
            new RedisTuning()
        );
        await Assert.ThrowsAsync<TimeoutException>(() => limiter.Ask(_id, new(1, 1), CancellationToken.None));
    }

    public void Dispose()
    {
        _limiter.Dispose();
        _metrics.Dispose();
    }

    private IServer Server => _redis.Connection.GetServers().Single();

    private Task<RateLimitDecision> Hit(RateLimit limit) => _limiter.Hit(_id, limit, CancellationToken.None).AsTask();

    private async Task<long> Calls()
    {
        var statistics = (await Server.InfoAsync("commandstats")).SelectMany(section => section);
        return statistics
            .Where(line => line.Key is "cmdstat_evalsha" or "cmdstat_eval")
            .Sum(line => long.Parse(line.Value.Split(',')[0]["calls=".Length..], CultureInfo.InvariantCulture));
    }
}
