using System.Diagnostics;
using System.Globalization;

namespace AchieveApex.Http;

/// <summary>What one round measured, or the medians of several.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="P50">Half of the answers came within so many milliseconds.</param>
/// <param name="P99">99 of 100 did.</param>
/// <param name="Server">Processor time of the program, milliseconds for 1,000 requests.</param>
/// <param name="Database">Processor time of PostgreSQL, milliseconds for 1,000 requests.</param>
internal sealed record Figures(double PerSecond, double P50, double P99, double Server, double Database)
{
    public static Figures Of(List<long> times, TimeSpan elapsed, double server, double database)
    {
        times.Sort();
        return new(
            times.Count / elapsed.TotalSeconds,
            Milliseconds(times[times.Count / 2]),
            Milliseconds(times[times.Count * 99 / 100]),
            server * 1000 / times.Count,
            database * 1000 / times.Count
        );
    }

    public static Figures Median(IReadOnlyCollection<Figures> rounds) =>
        new(
            Median(rounds, round => round.PerSecond),
            Median(rounds, round => round.P50),
            Median(rounds, round => round.P99),
            Median(rounds, round => round.Server),
            Median(rounds, round => round.Database)
        );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{PerSecond:N0}/s, p50 {P50:N2} ms, p99 {P99:N2} ms, {Server:N0} + {Database:N0} ms for 1,000"
        );

    private static double Median(IEnumerable<Figures> rounds, Func<Figures, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count() / 2);

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}

/// <summary>One kind of work, measured on both.</summary>
internal sealed record Result(string Work, Figures Real, Figures Bare);
