using System.Diagnostics.Metrics;
using AchieveApex.Application.RateLimiting;

namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>Counts decisions by result and source, and tells whether the store is lost.</summary>
internal sealed class RateLimitMetrics : IDisposable
{
    private readonly Counter<long> _decisions;
    private volatile bool _degraded;

    public RateLimitMetrics()
    {
        _decisions = Meter.CreateCounter<long>("ratelimit.decisions", description: "Requests by what the rate limiter said.");
        Meter.CreateObservableGauge("ratelimit.degraded", () => _degraded ? 1 : 0, description: "1 while the store is lost.");
    }

    public Meter Meter { get; } = new("AchieveApex");

    public bool Degraded
    {
        get => _degraded;
        set => _degraded = value;
    }

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
