using System.Diagnostics;
using System.Globalization;
using AchieveApex.Infrastructure.RateLimiting;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

/// <summary>Four processes of the operating system ask for one organization at once, on the real clock.</summary>
public sealed class HammerTests(RedisFixture redis, ITestOutputHelper output) : IClassFixture<RedisFixture>
{
    private const int Processes = 4;

    [Theory]
    [InlineData(1, 100, 1, 0)]
    [InlineData(2, 1000, 5, 0)]
    [InlineData(3, 100, 1, 10_000)]
    public async Task Several_processes_never_exceed_the_limit_in_any_window(int id, int most, int window, int knownRejection)
    {
        var numbers = FormattableString.Invariant($"{id} {most} {window} 10 {knownRejection}").Split(' ');
        var told = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => Hammer([redis.Server.ConnectionString, .. numbers])));
        var times = await redis.Database.ListRangeAsync(RedisRateLimiter.Key(id).Append(":admitted"));
        var admitted = times.Select(time => (long)time).ToArray();

        output.WriteLine($"{told.Sum(one => one.Admitted)} admitted, {told.Sum(one => one.Rejected)} rejected, {MostInAWindow()} at most");
        Assert.Equal(admitted.Length, told.Sum(one => one.Admitted));
        Assert.True(admitted.Length > most, "The window never moved on.");
        Assert.True(told.Sum(one => one.Rejected) > admitted.Length, "The limit was never pressed.");
        Assert.Equal(most, MostInAWindow());

        // Redis's own microseconds, in the order of admission: every window that could hold one too many ends with an admission.
        int MostInAWindow()
        {
            var (oldest, largest) = (0, 0);
            for (var newest = 0; newest < admitted.Length; newest++)
            {
                while (admitted[newest] - admitted[oldest] > window * 1_000_000L)
                    oldest++;

                largest = Math.Max(largest, newest - oldest + 1);
            }

            return largest;
        }
    }

    private static async Task<(long Admitted, long Rejected)> Hammer(string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "AchieveApex.RateLimit.Hammer.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        using var hammer = Process.Start(start)!;
        var printed = await hammer.StandardOutput.ReadToEndAsync();
        await hammer.WaitForExitAsync();
        Assert.Equal(0, hammer.ExitCode);
        var counts = printed.Trim().Split(' ').Select(count => long.Parse(count, CultureInfo.InvariantCulture)).ToArray();
        return (counts[0], counts[1]);
    }
}
