using System.Text;
using AchieveApex.Api.Authentication;
using AchieveApex.Api.Documentation;
using AchieveApex.Api.Errors;
using AchieveApex.Api.Pages;
using AchieveApex.Api.RateLimiting;
using AchieveApex.Application.Requests;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace AchieveApex.Api.Hosting;

/// <summary>The web server: what a request passes, in order.</summary>
internal static class Server
{
    public const string DefaultAddress = "http://127.0.0.1:5080";

    // More than any body may have: a client who sends too much is heard out, so that it can hear why.
    private const int LargestTransfer = 16 * SentBody.Largest;

    // Those who run it kill it after 10 s.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(6);

    /// <param name="args">Settings as <c>--Section:Name=value</c>, and <c>--urls</c>.</param>
    /// <param name="replace">Lets a test put a service of its own in place.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        // Without IIS, HTTP/3 and hosting start-up code, none of which is used and all of which takes time and memory at the start.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A byte that is no UTF-8 would be refused without a body; like this it is a key that is not known.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.Limits.MaxRequestLineSize = RequestSize.Heard * RequestSize.LongestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = RequestSize.Heard * RequestSize.LongestHeaders;
            kestrel.Limits.MaxRequestBodySize = LargestTransfer;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        Logs.Add(builder);
        Telemetry.Add(builder);
        builder.Services.AddAchieveApex(builder.Configuration, builder.Environment).AddHttp();
        replace?.Invoke(builder.Services);
        // A service that cannot be made stops the start, in every environment.
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));

        WebApplication? app = null;
        // Why a start failed is said in one line by the command.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && HasStarted(app));
        app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddHttp(this IServiceCollection services)
    {
        services.AddExceptionHandler<ErrorHandling>();
        services.AddScoped<AllowedMethods>();
        services.AddProblemDetails();
        services.AddDocumentation();
        services
            .AddMvcCore(mvc =>
            {
                mvc.Conventions.Add(new RecordRoutes());
                mvc.Conventions.Add(new HeadForGet());
                mvc.Conventions.Add(new RouteTokenTransformerConvention(new KebabCase()));
            })
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                parts.ApplicationParts.Add(new Controllers());
            });
    }

    private static void Use(WebApplication app)
    {
        TrustProxies(app);
        app.UseMiddleware<AnswerHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(ErrorHandling.WriteStatus);
        app.UseMiddleware<RequestSize>();
        app.UseRouting();
        app.UseMiddleware<KeyAuthentication>();
        app.UseMiddleware<RateLimitGate>();
        app.UseMiddleware<Negotiation>();
        app.MapControllers().Finally(DirectAction.Use);
        Health.Map(app);
        app.MapDocumentation();
        Site.Map(app);
        app.UseEndpoints(_ => { }); // what was mapped is known from here on, before the server starts
    }

    private static bool HasStarted(WebApplication? app) => app?.Lifetime.ApplicationStarted.IsCancellationRequested == true;

    private static void TrustProxies(WebApplication app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in app.Services.GetRequiredService<HttpsSettings>().TrustedProxies)
            options.KnownIPNetworks.Add(Networks.Parse(proxy));

        if (options.KnownIPNetworks.Count > 0)
            app.UseForwardedHeaders(options);
    }
}
