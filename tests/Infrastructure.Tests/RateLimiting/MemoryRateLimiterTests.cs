using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

public sealed class MemoryRateLimiterTests : IDisposable
{
    private readonly InterruptedClock _clock = new();
    private readonly RateLimitMetrics _metrics = new();
    private readonly MemoryRateLimiter _limiter;

    public MemoryRateLimiterTests() => _limiter = new MemoryRateLimiter(_clock, _metrics);

    [Fact]
    public void An_idle_organization_takes_no_memory()
    {
        Assert.True(Hit(1, new(1000, 60)).Admitted);
        Assert.Equal(1, _limiter.Organizations);
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(0, _limiter.Organizations);
    }

    [Fact]
    public void An_organization_with_a_request_in_its_window_is_not_swept()
    {
        var daily = new RateLimit(1, 86_400);
        Hit(1, daily);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.False(Hit(1, daily).Admitted);
    }

    [Fact]
    public void Looking_at_an_unknown_organization_takes_no_memory()
    {
        _limiter.Peek(1, null, 5, 1000);
        Assert.Equal(0, _limiter.Organizations);
    }

    [Fact]
    public void A_request_counts_until_a_millisecond_after_its_window()
    {
        var one = new RateLimit(1, 1);
        Assert.True(Hit(1, one).Admitted);
        _clock.Advance(TimeSpan.FromMilliseconds(1000));
        Assert.False(Hit(1, one).Admitted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(Hit(1, one).Admitted);
    }

    [Fact]
    public void Neither_an_admission_nor_a_rejection_allocates()
    {
        var limit = new RateLimit(600, 60);
        for (var request = 0; request < 520; request++)
            Hit(1, limit);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var request = 0; request < 1000; request++)
            Hit(1, limit);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.False(Hit(1, limit).Admitted);
    }

    [Fact]
    public void A_caller_who_meets_the_sweep_is_counted()
    {
        Hit(1, new(10, 1));
        var caller = new Thread(() => Hit(1, new(10, 1)));
        _clock.BeforeNextRead = () =>
        {
            // The sweep holds the ring and is about to take it away; the caller has found it and waits for it.
            caller.Start();
            Assert.True(SpinWait.SpinUntil(() => caller.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(30)));
        };
        _clock.Advance(TimeSpan.FromMinutes(1));
        caller.Join();
        Assert.Equal(2, Hit(1, new(10, 1)).Current);
    }

    public void Dispose()
    {
        _limiter.Dispose();
        _metrics.Dispose();
    }

    private RateLimitDecision Hit(long organizationId, RateLimit limit) =>
        Told(_limiter.Hit(organizationId, limit, CancellationToken.None));

    private static RateLimitDecision Told(ValueTask<RateLimitDecision> answer)
    {
        Assert.True(answer.IsCompletedSuccessfully);
        return answer.Result;
    }

    private sealed class InterruptedClock : FakeTimeProvider
    {
        public Action? BeforeNextRead { get; set; }

        public override long GetTimestamp()
        {
            var interruption = BeforeNextRead;
            BeforeNextRead = null;
            interruption?.Invoke();
            return base.GetTimestamp();
        }
    }
}
