namespace AchieveApex.Application.RateLimiting;

/// <summary>How many requests an organization may send.</summary>
/// <param name="MaxRequests">Requests in any window, 1 to 1,000,000.</param>
/// <param name="WindowSeconds">The window's length in seconds, 1 to 1,036,800 (12 days).</param>
public readonly record struct RateLimit(int MaxRequests, int WindowSeconds)
{
    public const int MostRequests = 1_000_000;

    // Request times are kept as 32-bit milliseconds; twice this must stay below 2^31 of them.
    public const int LongestWindowSeconds = 1_036_800;

    public int MaxRequests { get; } = From1To(MostRequests, MaxRequests, nameof(MaxRequests));

    public int WindowSeconds { get; } = From1To(LongestWindowSeconds, WindowSeconds, nameof(WindowSeconds));

    private static int From1To(int most, int value, string name) =>
        value >= 1 && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"From 1 to {most}.");
}
