using AchieveApex.Api.Docs;
using AchieveApex.Api.Documentation;

namespace AchieveApex.Api.Pages;

/// <summary>
/// What people read, in a pipeline of its own that is put together when somebody first asks: the API starts without it, and a request of the
/// API passes none of it.
/// </summary>
internal static class Site
{
    private static readonly string[] Addresses = [$"{DocsHosting.Root}/{{**page}}", StyleSheet.Path];

    public static void Map(WebApplication app)
    {
        var pages = new Lazy<RequestDelegate>(() => Build(app.Services));
        foreach (var address in Addresses)
            app.MapGet(address, context => Enter(context, pages.Value)).AllowAnonymous().ExcludeFromDescription();
    }

    // They hold no secret, so that compressing them gives none away.
    private static RequestDelegate Build(IServiceProvider services) =>
        new ApplicationBuilder(services)
            .UseResponseCompression()
            .UseRouting()
            .UseEndpoints(endpoints =>
            {
                var pages = endpoints.MapGroup("").ExcludeFromDescription(); // the framework finds them beside those of the API
                StyleSheet.Map(pages);
                ReferencePage.Map(pages);
                DocsHosting.Map(pages);
            })
            .Build();

    // The endpoint that led here is none of theirs.
    private static Task Enter(HttpContext context, RequestDelegate pages)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return pages(context);
    }
}
