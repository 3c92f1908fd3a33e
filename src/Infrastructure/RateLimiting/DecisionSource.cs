namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>Who decided, as the metric's tag says it.</summary>
internal static class DecisionSource
{
    public const string Memory = "memory";
    public const string Redis = "redis";

    /// <summary>Redis had rejected until a time that has not come.</summary>
    public const string KnownRejection = "known_rejection";

    /// <summary>Redis is lost, and the policy decides without counting.</summary>
    public const string Policy = "policy";
}
