using System.ComponentModel.DataAnnotations;

namespace AchieveApex.Application.RateLimiting;

/// <summary>The settings <c>RateLimit:*</c>: what holds for an organization without a limit of its own.</summary>
public sealed class RateLimitOptions
{
    [Range(1, RateLimit.MostRequests)]
    public int MaxRequests { get; set; } = 1000;

    [Range(1, RateLimit.LongestWindowSeconds)]
    public int WindowSeconds { get; set; } = 3600;

    [EnumDataType(typeof(StoreFailurePolicy))]
    public StoreFailurePolicy OnStoreFailure { get; set; } = StoreFailurePolicy.LocalFallback;
}
