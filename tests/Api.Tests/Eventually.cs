using System.Diagnostics;

namespace AchieveApex.Api.Tests;

/// <summary>Waits for what another part of the program does in its own time.</summary>
internal static class Eventually
{
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
