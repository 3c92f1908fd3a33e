using System.Diagnostics;
using AchieveApex.Application;
using AchieveApex.Application.Behaviors;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AchieveApex.Api.Hosting;

/// <summary>Traces, metrics and logs by OTLP, when the standard variable says where to. Without it nothing of this is there.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Database = "Npgsql";

    // A path may hold an e-mail address, a query anything: the route's template says what was asked.
    private static readonly string[] Told = ["url.path", "url.query", "url.full"];

    /// <summary>To be called before the application is added, so that a request's span is around all that it passes.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            Collect(builder);
    }

    // Apart, since its libraries are loaded with the method that names them.
    private static void Collect(WebApplicationBuilder builder)
    {
        builder.Services.AddTracing();
        builder.Services.Configure<AspNetCoreTraceInstrumentationOptions>(options => options.EnrichWithHttpResponse = Forget);
        builder
            .Services.AddOpenTelemetry()
            // What the operator names it by (OTEL_SERVICE_NAME) comes last and wins.
            .ConfigureResource(resource => resource.AddService(Tracing.Name).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(Tracing.Name, Database))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(Tracing.Name, "System.Runtime"))
            .WithLogging(configureBuilder: null, logs => (logs.IncludeScopes, logs.IncludeFormattedMessage) = (true, true))
            .UseOtlpExporter();
    }

    private static void Forget(Activity span, HttpResponse response)
    {
        foreach (var name in Told)
            span.SetTag(name, null);
    }
}
