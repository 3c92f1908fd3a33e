using Xunit;

namespace AchieveApex.Api.Tests.Faults;

/// <summary>How the program says that it cannot do what it was told.</summary>
internal static class Refusal
{
    /// <summary>A failure, one line about it on standard error, and nothing else anywhere.</summary>
    public static async Task Expect(RunningProgram program, params string[] parts)
    {
        Assert.NotEqual(0, await program.Exit());
        var line = Assert.Single(program.Errors.TrimEnd('\n').Split('\n'));
        Assert.All(parts, part => Assert.Contains(part, line, StringComparison.Ordinal));
        Assert.Equal("", program.Output);
    }
}
