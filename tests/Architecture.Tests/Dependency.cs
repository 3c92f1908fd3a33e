namespace AchieveApex.Architecture.Tests;

/// <summary>One type uses another. Both names are of outermost types.</summary>
internal sealed record Dependency(string From, string To);
