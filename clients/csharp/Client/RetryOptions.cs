namespace AchieveApex.Client;

/// <summary>How often and how long a client tries again.</summary>
/// <param name="Retries">How often a request is sent again.</param>
public sealed record RetryOptions(int Retries = 3)
{
    /// <summary>The longest wait. An answer that asks for more is handed on as it is.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What it waits by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
