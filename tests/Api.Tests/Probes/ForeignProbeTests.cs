using System.Collections.Concurrent;
using System.Diagnostics;
using AchieveApex.Api.Tests.Tenancy;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Probes;

public sealed class ForeignProbeTestsOnSqlite(SqliteApi api, ITestOutputHelper output) : ForeignProbeTests(api, output);

public sealed class ForeignProbeTestsOnPostgres(PostgresApi api, ITestOutputHelper output) : ForeignProbeTests(api, output);

/// <summary>Every documented operation is asked for what belongs to another organization, in every way that the document allows.</summary>
public abstract class ForeignProbeTests(TestApi api, ITestOutputHelper output)
{
    private const int Least = 20_000;
    private const int PerOperation = 260;
    private const int Seed = 20_260;

    [Fact]
    public async Task No_operation_shows_or_changes_what_belongs_to_another_organization()
    {
        var operations = await ProbedOperation.Of(api);
        var tenants = await TwoTenants.In(api);
        var marker = $"leak{Guid.NewGuid():N}";
        var globex = await Belongings.Of(tenants.Globex, operations);
        await globex.Plant(marker);
        Assert.Contains(globex.All, record => record.ToJsonString().Contains(marker, StringComparison.Ordinal));

        var probes = Sampled(operations, new ForeignProbes(await Belongings.Of(tenants.Acme, operations), globex, marker));
        var acme = await tenants.Acme.AsBulk(); // a key that no probe takes for a record
        await acme.Get("/events?after=0&limit=1"); // gives every event its number, which would come between two answers
        var before = await tenants.Database.Of(tenants.Globex.OrganizationId);
        using var client = Outgoing.Client(api);
        client.DefaultRequestHeaders.Add("x-api-key", acme.Key);

        var clock = Stopwatch.StartNew();

        // Readings first, then writes one by one, so that none comes between the two that are compared.
        var faults = new ConcurrentQueue<string>();
        foreach (var phase in probes.GroupBy(probe => probe.Operation.Reads).OrderByDescending(phase => phase.Key))
            await Parallel.ForEachAsync(
                phase,
                new ParallelOptions { MaxDegreeOfParallelism = phase.Key ? 8 : 1 },
                async (probe, _) =>
                {
                    if (await probe.Fault(request => request.By(client), acme.OrganizationId, marker) is { } fault)
                        faults.Enqueue(fault);
                }
            );

        output.WriteLine(
            $"{probes.Count} probes of {operations.Count} operations, {clock.Elapsed.TotalSeconds:F0} s, {faults.Count} faults"
        );
        foreach (var place in probes.GroupBy(probe => probe.Place.Split(' ')[0]))
            output.WriteLine($"  {place.Key}: {place.Count()}");
        Assert.True(faults.IsEmpty, Faults.Told(faults));
        Assert.Equal(before, await tenants.Database.Of(tenants.Globex.OrganizationId));
        Assert.True(probes.Count >= Least, $"only {probes.Count} probes");
    }

    private static List<ForeignProbe> Sampled(IReadOnlyList<ProbedOperation> operations, ForeignProbes probes)
    {
        var random = new Random(Seed);
        return
        [
            .. operations
                .Where(operation => operation.NeedsKey)
                .SelectMany(operation => probes.Of(operation).OrderBy(_ => random.Next()).Take(PerOperation)),
        ];
    }
}
