using System.Globalization;
using System.Text;

namespace AchieveApex.Http;

/// <summary>The results as Markdown: ratios real / bare, the two figures beside.</summary>
internal static class Table
{
    private const string WithTotal = "list of 25, with total";
    private const string WithoutTotal = "list of 25, no total";

    public static string Of(IReadOnlyList<Result> results)
    {
        var text = new StringBuilder(
            """
            real / bare (real, bare)

            | work | server CPU, ms for 1,000 | PostgreSQL CPU, ms for 1,000 | requests/s | p50, ms | p99, ms |
            | --- | --- | --- | --- | --- | --- |

            """
        );
        foreach (var (work, real, bare) in results)
            text.Append(CultureInfo.InvariantCulture, $"| {work} | {Ratio(real.Server, bare.Server, "N1")} |")
                .Append(CultureInfo.InvariantCulture, $" {Ratio(real.Database, bare.Database, "N1")} |")
                .Append(CultureInfo.InvariantCulture, $" {Ratio(real.PerSecond, bare.PerSecond, "N0")} |")
                .Append(CultureInfo.InvariantCulture, $" {Ratio(real.P50, bare.P50, "N2")} | {Ratio(real.P99, bare.P99, "N2")} |\n");

        return text.Append(CostOfTotal(results)).ToString();
    }

    private static string CostOfTotal(IReadOnlyList<Result> results) =>
        results.FirstOrDefault(result => result.Work == WithTotal) is { } with
        && results.FirstOrDefault(result => result.Work == WithoutTotal) is { } without
            ? $"""

                A page with its total against one without (with, without)

                | program | server CPU | PostgreSQL CPU | both | p50 |
                | --- | --- | --- | --- | --- |
                {CostOfTotal("real", with.Real, without.Real)}
                {CostOfTotal("bare", with.Bare, without.Bare)}
                """
            : "";

    private static string CostOfTotal(string program, Figures with, Figures without) =>
        $"| {program} | {Ratio(with.Server, without.Server, "N1")} | {Ratio(with.Database, without.Database, "N1")} "
        + $"| {Ratio(with.Server + with.Database, without.Server + without.Database, "N1")} | {Ratio(with.P50, without.P50, "N2")} |";

    private static string Ratio(double a, double b, string format) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"**{a / b:N2}** ({a.ToString(format, CultureInfo.InvariantCulture)}, {b.ToString(format, CultureInfo.InvariantCulture)})"
        );
}
