using System.Diagnostics;
using Xunit;

namespace AchieveApex.Api.Tests;

/// <summary>Waits for what another part of the program does in its own time.</summary>
internal static class Eventually
{
    /// <summary>Fails when it does not become true within a minute.</summary>
    public static async Task True(Func<bool> condition) =>
        Assert.True(await Is(() => Task.FromResult(condition()), TimeSpan.FromMinutes(1)), "It did not happen within a minute.");

    public static async Task<bool> Is(Func<Task<bool>> condition, TimeSpan within)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > within)
                return false;

            await Task.Delay(10);
        }

        return true;
    }
}
