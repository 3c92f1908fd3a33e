using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using BenchmarkDotNet.Attributes;

namespace AchieveApex.Micro;

/// <summary>One request counted in this process: admitted by a limit that is nearly never reached, and refused by one that is.</summary>
public class LimiterBenchmark : IDisposable
{
    private const long Organization = 101;
    private static readonly RateLimit Wide = new(1_000_000, 1);
    private static readonly RateLimit Narrow = new(1_000, 3_600);

    private readonly RateLimitMetrics metrics = new();
    private MemoryRateLimiter limiter = null!;

    [GlobalSetup]
    public void Start() => limiter = new(TimeProvider.System, metrics);

    [Benchmark]
    public ValueTask<RateLimitDecision> Admitted() => limiter.Hit(Organization, Wide, CancellationToken.None);

    [Benchmark]
    public ValueTask<RateLimitDecision> Refused() => limiter.Hit(Organization + 1, Narrow, CancellationToken.None);

    public void Dispose()
    {
        limiter.Dispose();
        metrics.Dispose();
        GC.SuppressFinalize(this);
    }
}
