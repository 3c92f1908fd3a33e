using System.Net.Http.Json;
using System.Text.Json;
using AchieveApex.Api.Tests.Faults;

namespace AchieveApex.Api.Tests.Telemetry;

/// <summary>A program that was told of a collector and has answered a few requests, one of them with lines in the log.</summary>
internal sealed class TelemetryRun : IAsyncDisposable
{
    public const string Email = "somebody.to.look.for@example.com";
    public const string Asked = "a-value-to-look-for";

    private readonly Place place;
    private readonly RunningProgram program;
    private HttpClient client = null!;

    private TelemetryRun(Place place, Collector collector)
    {
        (this.place, Collector) = (place, collector);
        program = RunningProgram.Start(
            place.Folder,
            place.ServeArguments("--Logging:LogLevel:Microsoft.AspNetCore.Routing=Information"),
            collector.Environment
        );
    }

    public Collector Collector { get; }

    public string Key => place.Key;

    public string Output => program.Output + program.Errors;

    /// <summary>Of the last of its requests.</summary>
    public string RequestId { get; private set; } = "";

    /// <summary>The lines of its output that are the log's.</summary>
    public IEnumerable<JsonElement> Log =>
        program.Output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonElement.Parse(line));

    public static async Task<TelemetryRun> On(string engine)
    {
        var run = new TelemetryRun(await Place.On(engine), await Collector.Start());
        run.client = run.place.ClientOf(await run.program.Listening());
        await run.Create(Email);
        await run.client.GetAsync($"/contacts?last_name={Asked}");
        var reply = await run.client.GetAsync("/contacts");
        run.RequestId = reply.Headers.GetValues("X-Request-Id").Single();
        return run;
    }

    public async Task<int> Create(string email) => (int)(await client.PostAsJsonAsync("/contacts", new { email })).StatusCode;

    public Task<int> Stop()
    {
        program.Signal(RunningProgram.SigTerm);
        return program.Exit();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await program.DisposeAsync();
        await Collector.DisposeAsync();
        place.Dispose();
    }
}
