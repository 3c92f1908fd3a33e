using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

/// <summary>Redis is stopped, paused and started under the limiter that the program registers.</summary>
[Collection(nameof(StoreFailureTests))]
[CollectionDefinition(nameof(StoreFailureTests), DisableParallelization = true)]
public sealed class StoreFailureTests : IAsyncLifetime
{
    // Far above the 75 ms that a call waits; with the client's own defaults every call of an outage takes longer.
    private static readonly TimeSpan _asSlowAsTheClient = TimeSpan.FromMilliseconds(700);

    // Where it is not about the wait, a busy machine must not look like a lost Redis.
    private static readonly RedisTuning _patient = new() { Patience = TimeSpan.FromMilliseconds(500) };
    private static readonly RateLimit _limit = new(1000, 3600);

    private readonly RedisServer _redis = new();
    private readonly RecordedLog _log = new();
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => await _redis.InitializeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Under_the_local_fallback_no_call_fails_or_waits(bool paused)
    {
        var limiter = await Start(StoreFailurePolicy.LocalFallback, new RedisTuning());
        await (paused ? _redis.Pause() : _redis.Stop());

        var calls = new ConcurrentBag<(RateLimitDecision Decision, TimeSpan Took)>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Call50Times()));

        Assert.All(calls, call => Assert.True(call.Decision.Admitted));
        Assert.Equal(400, calls.Max(call => call.Decision.Current));
        Assert.True(calls.Count(call => call.Took > _asSlowAsTheClient) < 20, $"The slowest call took {calls.Max(call => call.Took)}.");
        Assert.Equal([LogLevel.Warning], _log.Levels);
        Assert.Equal(1, Degraded());

        async Task Call50Times()
        {
            for (var call = 0; call < 50; call++)
            {
                var called = Stopwatch.GetTimestamp();
                var decision = await limiter.Hit(1, _limit, CancellationToken.None);
                calls.Add((decision, Stopwatch.GetElapsedTime(called)));
                await Task.Delay(20);
            }
        }
    }

    [Fact]
    public async Task The_local_fallback_rejects_over_the_full_limit()
    {
        var limiter = await Start(StoreFailurePolicy.LocalFallback);
        await _redis.Stop();
        var decisions = await Hits(limiter, 20, new(10, 3600));
        Assert.Equal(10, decisions.Count(decision => decision.Admitted));
        Assert.Equal(11, decisions[^1].Current);
    }

    [Fact]
    public async Task Allow_admits_everything()
    {
        var limiter = await Start(StoreFailurePolicy.Allow);
        await _redis.Stop();
        Assert.All(await Hits(limiter, 20, new(1, 3600)), decision => Assert.True(decision.Admitted));
        Assert.True((await limiter.Peek(1, new(1, 3600), CancellationToken.None)).Admitted);
    }

    [Fact]
    public async Task Deny_admits_nothing_and_says_why()
    {
        var limiter = await Start(StoreFailurePolicy.Deny);
        await _redis.Stop();
        Assert.All(await Hits(limiter, 20, _limit), decision => Assert.Equal((false, true, 1), Told(decision)));
        Assert.True((await limiter.Peek(1, _limit, CancellationToken.None)).Unavailable);

        static (bool, bool, int) Told(RateLimitDecision decision) => (decision.Admitted, decision.Unavailable, decision.RetryAfter);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Redis_decides_again_soon_after_it_is_back(bool paused)
    {
        var limiter = await Start(StoreFailurePolicy.Deny);
        for (var outage = 1; outage <= 2; outage++)
        {
            await (paused ? _redis.Pause() : _redis.Stop());
            await Until(() => Degraded() == 1, limiter);
            await Task.Delay(1500);
            await Hits(limiter, 50, _limit);

            await (paused ? _redis.Resume() : _redis.Start());
            var back = Stopwatch.GetTimestamp();
            await Until(() => Degraded() == 0, limiter);
            Assert.True(Stopwatch.GetElapsedTime(back) < TimeSpan.FromSeconds(4), $"It took {Stopwatch.GetElapsedTime(back)}.");
            TestContext.Current.TestOutputHelper?.WriteLine($"back after {Stopwatch.GetElapsedTime(back)}");
        }

        Assert.Equal([LogLevel.Warning, LogLevel.Information, LogLevel.Warning, LogLevel.Information], _log.Levels);
    }

    [Fact]
    public async Task The_program_starts_without_Redis_and_finds_it_later()
    {
        await _redis.Stop();
        var limiter = await Start(StoreFailurePolicy.LocalFallback, settle: false);
        await Hits(limiter, 5, _limit);
        Assert.Equal(1, Degraded());

        await _redis.Start();
        await Until(() => Degraded() == 0, limiter);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Levels);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_no_failure_of_Redis()
    {
        var limiter = await Start(StoreFailurePolicy.Deny);
        await _redis.Pause();
        for (var call = 0; call < 5; call++)
        {
            using var leaves = new CancellationTokenSource(1);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await limiter.Hit(1, _limit, leaves.Token));
        }

        Assert.Equal(0, Degraded());
        await _redis.Resume();
    }

    [Fact]
    public async Task A_known_rejection_is_no_sign_that_Redis_is_back()
    {
        var (limiter, one) = (await Start(StoreFailurePolicy.LocalFallback), new RateLimit(1, 3600));
        var rejected = (await Hits(limiter, 3, one))[^1];
        Assert.False(rejected.Admitted);
        await _redis.Stop();
        await limiter.Hit(2, _limit, CancellationToken.None);
        await Hits(limiter, 5, _limit, organizationId: 2);
        await Task.Delay(1100);

        Assert.False((await limiter.Hit(1, one, CancellationToken.None)).Admitted);
        Assert.Equal(1, Degraded());
        Assert.Equal([LogLevel.Warning], _log.Levels);
    }

    [Fact]
    public async Task Decisions_are_counted_by_result_and_source()
    {
        var limiter = await Start(StoreFailurePolicy.Deny);
        using var counted = Listen("ratelimit.decisions", out var seen);
        await Hits(limiter, 4, new(2, 3600));
        await _redis.Stop();
        await Hits(limiter, 1, _limit, organizationId: 2);

        string[] expected = ["admitted redis", "admitted redis", "rejected redis", "rejected known_rejection", "unavailable policy"];
        Assert.Equal(expected, seen);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();

        _log.Dispose();
        await _redis.DisposeAsync();
    }

    private async Task<IRateLimiter> Start(StoreFailurePolicy policy, RedisTuning? tuning = null, bool settle = true)
    {
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_log))
            .AddSingleton(tuning ?? _patient)
            .AddRateLimiting(_redis.ConnectionString, policy)
            .BuildServiceProvider();
        foreach (var hosted in _services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);

        // Connected and warm, so that each test begins with Redis deciding and nothing logged.
        if (settle)
        {
            await _services.GetRequiredService<RedisConnection>().Open();
            await Until(async () => await Succeeds(_services.GetRequiredService<RedisRateLimiter>()));
        }

        return _services.GetRequiredService<IRateLimiter>();
    }

    private static async Task<bool> Succeeds(RedisRateLimiter redis)
    {
        try
        {
            return (await redis.Peek(1, _limit, CancellationToken.None)).Admitted;
        }
        catch (Exception e) when (e is TimeoutException or StackExchange.Redis.RedisException)
        {
            return false;
        }
    }

    private static async Task<List<RateLimitDecision>> Hits(IRateLimiter limiter, int count, RateLimit limit, long organizationId = 1)
    {
        var decisions = new List<RateLimitDecision>();
        while (decisions.Count < count)
            decisions.Add(await limiter.Hit(organizationId, limit, CancellationToken.None));

        return decisions;
    }

    private static Task Until(Func<bool> condition, IRateLimiter limiter) =>
        Until(async () =>
        {
            await limiter.Hit(3, _limit, CancellationToken.None);
            return condition();
        });

    private static async Task Until(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "It never came.");
            await Task.Delay(20);
        }
    }

    private int Degraded()
    {
        var degraded = -1;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "ratelimit.degraded" && Ours(instrument))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => degraded = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return degraded;
    }

    private MeterListener Listen(string name, out List<string> seen)
    {
        var values = seen = [];
        var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == name && Ours(instrument))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => values.Add($"{tags[0].Value} {tags[1].Value}"));
        listener.Start();
        return listener;
    }

    // Other tests have meters of the same name.
    private bool Ours(Instrument instrument) => instrument.Meter == _services!.GetRequiredService<RateLimitMetrics>().Meter;
}
