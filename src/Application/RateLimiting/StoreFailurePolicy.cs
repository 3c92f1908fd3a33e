namespace AchieveApex.Application.RateLimiting;

/// <summary>What happens to requests while the store that counts them does not answer.</summary>
public enum StoreFailurePolicy
{
    /// <summary>Each instance counts by itself, with the full limit.</summary>
    LocalFallback,

    /// <summary>Every request is admitted.</summary>
    Allow,

    /// <summary>No request is admitted: 503.</summary>
    Deny,
}
