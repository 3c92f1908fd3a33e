using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Probes;

public sealed class MalformedInputTestsOnSqlite(SqliteApi api, ITestOutputHelper output) : MalformedInputTests(api, output);

public sealed class MalformedInputTestsOnPostgres(PostgresApi api, ITestOutputHelper output) : MalformedInputTests(api, output);

/// <summary>Whatever is sent to a documented operation, the answer is one that the document has, and no fault of the server.</summary>
public abstract class MalformedInputTests(TestApi api, ITestOutputHelper output)
{
    private const int Callers = 40;
    private const int RequestsOfEach = 760;
    private const int Least = 30_000;

    // Another one is tried with PROBE_SEED.
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("PROBE_SEED") ?? "7", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_input_brings_an_answer_that_the_document_does_not_have()
    {
        var operations = await ProbedOperation.Of(api);
        var (statuses, faults) = (new ConcurrentDictionary<int, int>(), new ConcurrentQueue<string>());

        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Callers),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, _) =>
            {
                using var client = Outgoing.Client(api);
                var caller = new MalformedCaller(api, operations, Seed * 1_000 + number);
                for (var i = 0; i < RequestsOfEach; i++)
                {
                    var (status, fault) = await caller.Send(client);
                    statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
                    if (fault is not null)
                        faults.Enqueue(fault);
                }
            }
        );

        var sent = statuses.Values.Sum();
        output.WriteLine(
            $"{sent} requests to {operations.Count} operations, seed {Seed}, {clock.Elapsed.TotalSeconds:F0} s, {faults.Count} faults"
        );
        output.WriteLine(string.Join(", ", statuses.OrderBy(x => x.Key).Select(x => $"{x.Key}: {x.Value}")));
        Assert.True(faults.IsEmpty, $"seed {Seed}\n{Faults.Told(faults)}");
        Assert.True(sent >= Least, $"only {sent} requests");
        Assert.True(statuses.GetValueOrDefault(401) < sent / 5, "most callers lost their keys, and tried nothing");
        Assert.True(statuses.GetValueOrDefault(200) + statuses.GetValueOrDefault(201) > sent / 20, "nearly nothing was fit to be accepted");
    }
}
