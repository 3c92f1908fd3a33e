using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

public sealed class MemoryExactWindowTests : ExactWindowTests, IDisposable
{
    private static long _organizations = 10_000;

    private readonly RateLimitMetrics _metrics = new();
    private readonly MemoryRateLimiter _limiter;

    public MemoryExactWindowTests(ITestOutputHelper output)
        : base(output) => _limiter = new(TimeProvider.System, _metrics);

    private protected override IRateLimiter Limiter => _limiter;

    private protected override Task<RateLimitDecision[]> Play(Sequence sequence)
    {
        using var limiter = new MemoryRateLimiter(TimeProvider.System, _metrics);
        var id = Interlocked.Increment(ref _organizations);
        return Task.FromResult(sequence.Timed().Select(step => Call(limiter, id, step.Now, step.Step)).ToArray());
    }

    private static RateLimitDecision Call(MemoryRateLimiter limiter, long id, long now, Step step) =>
        (step.Looks ? limiter.Peek(id, now, step.Limit, step.Window) : limiter.Hit(id, now, step.Limit, step.Window)).ToDecision(
            step.Limit
        );

    public void Dispose()
    {
        _limiter.Dispose();
        _metrics.Dispose();
    }
}
