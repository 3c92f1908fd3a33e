using AchieveApex.Api.Pages;

namespace AchieveApex.Api.Docs;

/// <summary>The documentation for people, at <c>/docs</c>. It needs no key, and everything that it shows comes from the program itself.</summary>
internal static class DocsHosting
{
    public const string Root = "/docs";

    public static void Map(IEndpointRouteBuilder pages)
    {
        var docs = pages.MapGroup(Root);
        docs.MapGet("/", Show((_, all) => Page<HomePage>(all)));
        docs.MapGet("/search", Show(Search));
        docs.MapGet(
            "/resources/{name}",
            Show(
                (request, all) =>
                    all.FirstOrDefault(IsNamedBy(request)) is { } found ? Page<ResourcePage>(all, ("Resource", found)) : Missing(all)
            )
        );
        docs.MapGet(
            "/{name}",
            Show((request, all) => Guides.Find(NameOf(request)) is { } guide ? Page<GuidePage>(all, ("Guide", guide)) : Missing(all))
        );
    }

    // Plain delegates: for handlers with parameters the framework would compile code.
    private static RequestDelegate Show(Func<HttpRequest, IReadOnlyList<ResourceDoc>, IResult> page) =>
        async context =>
        {
            var resources = await context.RequestServices.GetRequiredService<ResourceDocs>().All;
            await page(context.Request, resources).ExecuteAsync(context);
        };

    private static string NameOf(HttpRequest request) => (string)request.RouteValues["name"]!;

    private static Func<ResourceDoc, bool> IsNamedBy(HttpRequest request) => resource => resource.Name == NameOf(request);

    private static IResult Search(HttpRequest request, IReadOnlyList<ResourceDoc> resources)
    {
        var sent = request.Query["q"].ToString().Trim();
        var query = sent.Length > DocsSearch.LongestQuery ? sent[..DocsSearch.LongestQuery] : sent;
        return Page<SearchPage>(resources, ("Query", query), ("Hits", DocsSearch.Find(query, Guides.All, resources)));
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
