using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AchieveApex.Lists;

/// <summary>What a list costs: medians.</summary>
/// <param name="Case">The list.</param>
/// <param name="Indexes">What PostgreSQL reads it from, in its own words.</param>
/// <param name="Records">How many records PostgreSQL finds in the indexes, those included that it then passes over.</param>
/// <param name="Blocks">How many blocks of 8 kB it looks at for that. Both are the same each time, whatever else the machine does.</param>
/// <param name="Database">Milliseconds that PostgreSQL says it needs to run it.</param>
/// <param name="Http">Milliseconds from the request to the answer.</param>
internal sealed partial record Measurement(ListCase Case, string Indexes, double Records, double Blocks, double Database, double Http)
{
    private const int WarmUp = 8;

    /// <summary>Measures the lists in turns, so that whatever else the machine does meets all alike.</summary>
    public static async Task<IReadOnlyList<Measurement>> Of(IReadOnlyList<ListCase> cases, Stage stage, int rounds)
    {
        var http = cases.ToDictionary(one => one, _ => new List<double>());
        var plans = cases.ToDictionary(one => one, _ => new List<string>());
        for (var round = -WarmUp; round < rounds; round++)
            foreach (var one in cases)
            {
                await Ask(stage, one); // after another one, what this one needs has gone from the nearest caches
                var start = Stopwatch.GetTimestamp();
                await Ask(stage, one);
                var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (round < 0)
                    continue;

                http[one].Add(elapsed);
                stage.Reader.Plans = [];
                await Ask(stage, one);
                plans[one].Add(string.Join('\n', stage.Reader.Plans));
                stage.Reader.Plans = null;
            }

        return [.. cases.Select(one => Of(one, plans[one], http[one], stage.SearchIndex))];
    }

    private static async Task Ask(Stage stage, ListCase one)
    {
        var reply = await stage.Large.Get($"/contacts?{one.Query}");
        if (reply.Status != 200)
            throw new InvalidOperationException($"{one.Query}: {reply.Text}");
    }

    private static Measurement Of(ListCase one, List<string> plans, List<double> http, string searchIndex)
    {
        var names = IndexName().Matches(plans[0]).Select(match => match.Groups[1].Value);
        if (one.Query.Contains("$search", StringComparison.Ordinal))
            names = names.Append(searchIndex);
        if (plans[0].Contains("Seq Scan", StringComparison.Ordinal))
            names = names.Append("**whole table**");
        if (plans[0].Contains("Sort", StringComparison.Ordinal))
            names = names.Append("sorted");
        return new(
            one,
            string.Join(", ", names.Distinct().Select(name => name.Replace("ix_contacts_organization_id_", "…", StringComparison.Ordinal))),
            Median(plans.Select(RecordsOf)),
            Median(plans.Select(BlocksOf)),
            Median(plans.Select(plan => Sum(ExecutionTime().Matches(plan)))),
            Median(http)
        );
    }

    private static double RecordsOf(string plan) =>
        FoundRows().Matches(plan).Sum(found => Number(found.Groups[1]) * Number(found.Groups[2])) + Sum(PassedRows().Matches(plan));

    // The topmost line of each statement holds those below it; what planning looks at comes after it.
    private static double BlocksOf(string plan) =>
        plan.Split("Execution Time").SkipLast(1).Sum(statement => Sum(SharedBlocks().Matches(TopBuffers().Match(statement).Value)));

    private static double Sum(MatchCollection numbers) => numbers.Sum(number => Number(number.Groups[1]));

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    [GeneratedRegex(@"(?:Index.* using|Bitmap Index Scan on) (\w+)")]
    private static partial Regex IndexName();

    [GeneratedRegex(@"(?:(?<!Bitmap )Index Scan|Index Only Scan|Heap Scan|Seq Scan).*actual rows=(\d+) loops=(\d+)")]
    private static partial Regex FoundRows();

    [GeneratedRegex(@"Rows Removed by (?:Filter|Index Recheck): (\d+)")]
    private static partial Regex PassedRows();

    [GeneratedRegex(@"Buffers: shared[^\n]*")]
    private static partial Regex TopBuffers();

    [GeneratedRegex(@"(?:hit|read)=(\d+)")]
    private static partial Regex SharedBlocks();

    [GeneratedRegex(@"Execution Time: ([\d.]+)")]
    private static partial Regex ExecutionTime();
}
