namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>How the limiter deals with Redis. The defaults are the product's; tests have reasons for others.</summary>
internal sealed record RedisTuning
{
    /// <summary>How long a call waits for Redis before it counts as lost.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(75);

    /// <summary>For how long at most a rejection is repeated without asking, so that a reset in Redis is noticed.</summary>
    public TimeSpan LongestKnownRejection { get; init; } = TimeSpan.FromSeconds(10);

    public RingScripts Scripts { get; init; } = RingScripts.Production;
}
