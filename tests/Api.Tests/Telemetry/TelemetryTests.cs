using System.Net.Http.Json;
using System.Text.Json;
using AchieveApex.Api.Tests.Faults;
using Xunit;

namespace AchieveApex.Api.Tests.Telemetry;

public sealed class TelemetryTestsOnSqlite : TelemetryTests
{
    protected override string Engine => "sqlite";
}

public sealed class TelemetryTestsOnPostgres : TelemetryTests
{
    protected override string Engine => "postgres";

    [Fact]
    public async Task A_statement_has_a_span_in_the_trace_of_its_request()
    {
        await using var run = await TelemetryRun.On(Engine);
        await run.Collector.Heard("traces", "postgresql");
        Assert.Contains("Npgsql", run.Collector.Of("traces").SelectMany(traces => traces.At(1, 2, 1, 1)).Select(scope => scope.Text));
    }
}

/// <summary>What a running program sends to a collector, and what it must never send.</summary>
public abstract class TelemetryTests
{
    // By the conventions of OpenTelemetry and of the framework's own meters: nothing here grows with customers.
    private static readonly HashSet<string> HarmlessLabels =
    [
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "url.scheme",
        "network.protocol.name",
        "network.protocol.version",
        "network.transport",
        "network.type",
        "server.address",
        "server.port",
        "error.type",
        "aspnetcore.routing.is_fallback",
        "aspnetcore.routing.match_status",
        "aspnetcore.memory_pool.owner",
        "gc.heap.generation",
        "dotnet.gc.heap.generation",
        "cpu.mode",
        "result",
        "source",
    ];

    protected abstract string Engine { get; }

    [Fact]
    public async Task A_request_has_a_span_by_its_route_and_one_by_its_name()
    {
        await using var run = await TelemetryRun.On(Engine);
        await run.Collector.Heard("traces", "ListContacts");
        await run.Collector.Heard("traces", "GET contacts");
        var names = run.Collector.Of("traces").SelectMany(traces => traces.At(1, 2, 2, 5)).Select(name => name.Text).ToList();
        Assert.Superset(new HashSet<string> { "ListContacts", "CreateContact", "GET contacts", "POST contacts" }, names.ToHashSet());
    }

    [Fact]
    public async Task No_label_of_a_metric_tells_an_organization_a_key_or_a_user()
    {
        await using var run = await TelemetryRun.On(Engine);
        await run.Collector.Heard("metrics", "ratelimit.decisions");
        await run.Collector.Heard("metrics", "http.server.request.duration");
        await run.Collector.Heard("metrics", "dotnet.gc.");
        var metrics = run.Collector.Of("metrics").SelectMany(message => message.At(1, 2, 2)).ToList();
        var labels = metrics.SelectMany(Points).Select(label => label.Text).ToHashSet();
        Assert.Subset(HarmlessLabels, labels);
        Assert.Superset(new HashSet<string> { "http.route", "result", "source" }, labels);
    }

    [Fact]
    public async Task A_line_of_the_log_comes_with_the_request_its_organization_and_its_key()
    {
        await using var run = await TelemetryRun.On(Engine);
        await run.Collector.Heard("logs", run.RequestId);
        var line = run.Collector.Of("logs").SelectMany(logs => logs.At(1, 2, 2)).First(record => record.Text.Contains(run.RequestId));
        var names = line.At(6, 1).Select(name => name.Text).ToHashSet();
        Assert.Superset(new HashSet<string> { "RequestId", "OrganizationId", "ApiKeyId" }, names);
    }

    [Fact]
    public async Task Lines_on_the_screen_are_JSON_with_the_same_fields()
    {
        await using var run = await TelemetryRun.On(Engine);
        await run.Collector.Heard("logs", run.RequestId);
        var line = run.Log.First(entry => entry.ToString().Contains(run.RequestId));
        var scope = line.GetProperty("Scopes").EnumerateArray().First();
        Assert.Equal(run.RequestId, scope.GetProperty("RequestId").GetString());
        Assert.Equal((1, 1), (scope.GetProperty("OrganizationId").GetInt64(), scope.GetProperty("ApiKeyId").GetInt64()));
    }

    [Fact]
    public async Task Nothing_that_is_sent_or_logged_holds_a_key_an_address_or_a_value_of_a_query()
    {
        await using var run = await TelemetryRun.On(Engine);
        await run.Collector.Heard("traces", "ListContacts");
        await run.Collector.Heard("logs", run.RequestId);
        await run.Stop();
        Assert.All(
            [run.Key, TelemetryRun.Email, TelemetryRun.Asked],
            secret => Assert.DoesNotContain(secret, run.Collector.Everything + run.Output, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_collector_that_is_gone_costs_neither_answers_nor_the_stop()
    {
        await using var run = await TelemetryRun.On(Engine);
        await run.Collector.DisposeAsync();
        Assert.Equal(201, await run.Create("late@example.com"));
        Assert.Equal(0, await run.Stop());
    }

    // The labels' names of sums and gauges (attributes are field 7) and of histograms (field 9).
    private static IEnumerable<ProtobufMessage> Points(ProtobufMessage metric) =>
        metric.At(5, 1, 7, 1).Concat(metric.At(7, 1, 7, 1)).Concat(metric.At(9, 1, 9, 1));
}
