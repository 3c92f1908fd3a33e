namespace AchieveApex.Infrastructure.Tests.RateLimiting;

/// <summary>One call after the clock moved by <paramref name="Advance"/> ms, which is negative when the clock steps back.</summary>
internal readonly record struct Step(long Advance, int Limit, int Window, bool Looks);
