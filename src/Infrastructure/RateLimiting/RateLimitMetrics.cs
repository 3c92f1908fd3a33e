using System.Diagnostics.Metrics;
using AchieveApex.Application.RateLimiting;

namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>Counts decisions by result and source, and tells whether the store is lost.</summary>
internal sealed class RateLimitMetrics : IDisposable
{
    private readonly Counter<long> _decisions;
    private volatile StoreBreaker? _breaker;

    public RateLimitMetrics()
    {
        _decisions = Meter.CreateCounter<long>("ratelimit.decisions", description: "Requests by what the rate limiter said.");
        Meter.CreateObservableGauge(
            "ratelimit.degraded",
            () => _breaker is { IsOpen: true } ? 1 : 0,
            description: "1 while the store is lost."
        );
    }

    public Meter Meter { get; } = new("AchieveApex");

    /// <summary>From now on the gauge tells the state of this breaker.</summary>
    public StoreBreaker Watch(StoreBreaker breaker) => _breaker = breaker;

    public void Decided(in RateLimitDecision decision, string source)
    {
        if (_decisions.Enabled)
            _decisions.Add(1, new("result", Result(decision)), new("source", source));
    }

    public void Dispose() => Meter.Dispose();

    private static string Result(in RateLimitDecision decision) =>
        decision switch
        {
            { Admitted: true } => "admitted",
            { Unavailable: true } => "unavailable",
            _ => "rejected",
        };
}
