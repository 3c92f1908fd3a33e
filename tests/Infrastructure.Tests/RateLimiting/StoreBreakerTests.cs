using AchieveApex.Infrastructure.RateLimiting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

public sealed class StoreBreakerTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StoreBreaker _breaker;

    public StoreBreakerTests() => _breaker = new StoreBreaker(_clock);

    [Fact]
    public void The_third_failure_in_a_row_opens_it_once()
    {
        Assert.Equal([false, false, true, false], [_breaker.Failed(), _breaker.Failed(), _breaker.Failed(), _breaker.Failed()]);
        Assert.False(_breaker.LetsThrough());
    }

    [Fact]
    public void A_success_in_between_starts_the_count_again()
    {
        Assert.Equal([false, false], [_breaker.Failed(), _breaker.Failed()]);
        Assert.False(_breaker.Succeeded());
        Assert.Equal([false, false, true], [_breaker.Failed(), _breaker.Failed(), _breaker.Failed()]);
    }

    [Fact]
    public void After_a_second_one_call_tries_the_store()
    {
        Open();
        Advance(999);
        Assert.False(_breaker.LetsThrough());
        Advance(1);
        Assert.Equal([true, false, false], [_breaker.LetsThrough(), _breaker.LetsThrough(), _breaker.LetsThrough()]);
    }

    [Fact]
    public void A_failed_try_keeps_it_open_for_another_second()
    {
        Try();
        Assert.False(_breaker.Failed());
        Advance(999);
        Assert.False(_breaker.LetsThrough());
        Advance(1);
        Assert.True(_breaker.LetsThrough());
    }

    [Fact]
    public void A_successful_try_closes_it_once()
    {
        Try();
        Assert.Equal([true, false], [_breaker.Succeeded(), _breaker.Succeeded()]);
        Assert.Equal([true, true], [_breaker.LetsThrough(), _breaker.LetsThrough()]);
    }

    [Fact]
    public void An_abandoned_try_leaves_the_next_call_to_try()
    {
        Try();
        _breaker.Abandoned();
        Assert.Equal([true, false], [_breaker.LetsThrough(), _breaker.LetsThrough()]);
    }

    private void Open()
    {
        for (var failure = 0; failure < 3; failure++)
            _breaker.Failed();
    }

    private void Try()
    {
        Open();
        Advance(1000);
        Assert.True(_breaker.LetsThrough());
    }

    private void Advance(int milliseconds) => _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
