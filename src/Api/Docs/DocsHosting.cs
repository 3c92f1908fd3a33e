using AchieveApex.Api.Pages;

namespace AchieveApex.Api.Docs;

/// <summary>The documentation for people, at <c>/docs</c>. It needs no key, and everything that it shows comes from the program itself.</summary>
internal static class DocsHosting
{
    public const string Root = "/docs";

    /// <summary>Whether an address is one of pages. They hold no secret, so that compressing them gives none away.</summary>
    public static bool Shows(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal)
        || context.Request.Path.Equals(StyleSheet.Path, StringComparison.Ordinal);

    public static void Map(WebApplication app)
    {
        var docs = app.MapGroup(Root).AllowAnonymous().ExcludeFromDescription();
        docs.MapGet("/", async (ResourceDocs resources) => Page<HomePage>(await resources.All));
        docs.MapGet("/search", Search);
        docs.MapGet("/resources/{name}", ShowResource);
        docs.MapGet("/{name}", ShowGuide);
        StyleSheet.Map(app);
    }

    private static async Task<IResult> ShowGuide(string name, ResourceDocs resources) =>
        Guides.Find(name) is { } guide ? Page<GuidePage>(await resources.All, ("Guide", guide)) : Missing(await resources.All);

    private static async Task<IResult> ShowResource(string name, ResourceDocs resources) =>
        await resources.Find(name) is { } resource
            ? Page<ResourcePage>(await resources.All, ("Resource", resource))
            : Missing(await resources.All);

    private static async Task<IResult> Search(HttpRequest request, ResourceDocs resources)
    {
        var sent = request.Query["q"].ToString().Trim();
        var query = sent.Length > DocsSearch.LongestQuery ? sent[..DocsSearch.LongestQuery] : sent;
        var all = await resources.All;
        return Page<SearchPage>(all, ("Query", query), ("Hits", DocsSearch.Find(query, Guides.All, all)));
    }

    private static PageResult<MissingPage> Missing(IReadOnlyList<ResourceDoc> resources) =>
        new(StatusCodes.Status404NotFound, new Dictionary<string, object?> { ["Resources"] = resources });

    private static PageResult<TPage> Page<TPage>(IReadOnlyList<ResourceDoc> resources, params (string Name, object Value)[] parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new(
            StatusCodes.Status200OK,
            parameters.Append(("Resources", resources)).ToDictionary(parameter => parameter.Item1, parameter => (object?)parameter.Item2)
        );
}
