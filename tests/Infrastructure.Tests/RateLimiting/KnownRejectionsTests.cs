using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

public sealed class KnownRejectionsTests : IDisposable
{
    private static readonly RateLimit _limit = new(5, 60);

    private readonly FakeTimeProvider _clock = new();
    private readonly KnownRejections _known;

    public KnownRejectionsTests() => _known = new KnownRejections(_clock, TimeSpan.FromSeconds(10));

    [Fact]
    public void It_holds_until_the_wait_is_over_counted_from_before_the_call()
    {
        Remember(wait: 4000, oldestLeaves: 4000, tripped: 30);
        Advance(3969);
        Assert.True(_known.Recall(1, _limit, out _));
        Advance(1);
        Assert.False(_known.Recall(1, _limit, out _));
    }

    [Fact]
    public void The_told_wait_counts_from_after_the_call()
    {
        Remember(wait: 4000, oldestLeaves: 4000, tripped: 30);
        Advance(2000);
        Assert.True(_known.Recall(1, _limit, out var decision));
        Assert.Equal((6, 2), (decision.Current, decision.RetryAfter));
        Advance(1);
        Assert.True(_known.Recall(1, _limit, out decision));
        Assert.Equal(2, decision.RetryAfter);
    }

    [Fact]
    public void It_holds_for_ten_seconds_at_most()
    {
        Remember(wait: 50_000, oldestLeaves: 50_000);
        Advance(9999);
        Assert.True(_known.Recall(1, _limit, out var decision));
        Assert.Equal(41, decision.RetryAfter);
        Advance(1);
        Assert.False(_known.Recall(1, _limit, out _));
    }

    [Fact]
    public void It_ends_when_the_oldest_leaves_because_the_count_changes_then()
    {
        Remember(wait: 5000, oldestLeaves: 100);
        Advance(100);
        Assert.False(_known.Recall(1, _limit, out _));
    }

    [Fact]
    public void It_is_dropped_when_the_limit_changes()
    {
        Remember(wait: 5000, oldestLeaves: 5000);
        Assert.False(_known.Recall(1, new RateLimit(5, 61), out _));
        Assert.Equal(0, _known.Count);
    }

    [Fact]
    public void What_is_over_takes_no_memory()
    {
        Remember(wait: 5000, oldestLeaves: 5000);
        Assert.Equal(1, _known.Count);
        Advance(20_000);
        Assert.Equal(0, _known.Count);
    }

    public void Dispose() => _known.Dispose();

    private void Remember(long wait, long oldestLeaves, int tripped = 0)
    {
        var sent = _clock.GetTimestamp();
        Advance(tripped);
        _known.Remember(1, _limit, new RingAnswer(false, 6, wait, oldestLeaves), sent);
    }

    private void Advance(int milliseconds) => _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
