using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Api.Tests.Telemetry;

/// <summary>Takes in what a program sends by OTLP over HTTP.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Message)> received = new();
    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    /// <summary>What a program has to be told to send here, and soon.</summary>
    public string[] Environment =>
        [
            $"OTEL_EXPORTER_OTLP_ENDPOINT={app.Urls.First()}",
            "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "OTEL_BSP_SCHEDULE_DELAY=100",
            "OTEL_BLRP_SCHEDULE_DELAY=100",
            "OTEL_METRIC_EXPORT_INTERVAL=200",
        ];

    /// <summary>All bytes of all signals, as text.</summary>
    public string Everything => string.Concat(received.Select(message => Encoding.Latin1.GetString(message.Message)));

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.app.MapPost("/v1/{signal}", collector.Receive);
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>The messages of one signal: <c>traces</c>, <c>metrics</c> or <c>logs</c>.</summary>
    public IEnumerable<ProtobufMessage> Of(string signal) =>
        received.Where(message => message.Signal == signal).Select(message => new ProtobufMessage(message.Message));

    /// <summary>Waits until a signal holds a text.</summary>
    public Task Heard(string signal, string text) =>
        Eventually.True(() =>
            received.Any(message => message.Signal == signal && Encoding.Latin1.GetString(message.Message).Contains(text))
        );

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Receive(string signal, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue((signal, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
