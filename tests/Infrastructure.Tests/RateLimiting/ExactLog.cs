using AchieveApex.Application.RateLimiting;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

/// <summary>The oracle: a plain list of all admissions, counted by the definition and nothing else.</summary>
internal sealed class ExactLog
{
    private readonly List<long> _admitted = [];

    public RateLimitDecision Call(long now, Step step)
    {
        if (_admitted.Count > 0)
            now = Math.Max(now, _admitted[^1]);

        if (Live(now, step.Window) >= step.Limit)
        {
            var retryAfter = RetryAfter(now, step);
            return new(false, Live(now, step.Window) + (step.Looks ? 0 : 1), 0, retryAfter, retryAfter);
        }

        if (!step.Looks)
        {
            _admitted.RemoveAll(at => now - at > step.Window);
            _admitted.Add(now);
        }

        var current = Live(now, step.Window);
        return new(true, current, step.Limit - current, Reset(now, step.Window), 0);
    }

    private int Live(long now, int window) => _admitted.Count(at => now - at <= window);

    // The count falls only when one leaves, so only those times need a look.
    private int RetryAfter(long now, Step step) =>
        _admitted
            .Select(at => (int)Math.Ceiling((at + step.Window + 1 - now) / 1000m))
            .Where(seconds => seconds >= 1)
            .Order()
            .First(seconds => Live(now + seconds * 1000L, step.Window) < step.Limit);

    private int Reset(long now, int window)
    {
        var live = _admitted.Where(at => now - at <= window).ToList();
        return live.Count == 0 ? 0 : (int)Math.Ceiling((live.Min() + window + 1 - now) / 1000m);
    }
}
