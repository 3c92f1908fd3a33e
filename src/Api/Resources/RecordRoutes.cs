using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace AchieveApex.Api.Resources;

/// <summary>
/// Gives every resource the addresses that follow from those of a record: PATCH and DELETE on the collection, for all matches of a query,
/// and PUT by a key of the client's own: the external id, and what an action names as <c>by-field/{field}</c>.
/// </summary>
internal sealed class RecordRoutes : IActionModelConvention
{
    private const string Record = "{id}";
    private const string ByExternalId = "by-external-id/{external_id}";
    private const string By = "by-";

    public void Apply(ActionModel action)
    {
        foreach (var selector in action.Selectors.ToList())
        {
            var template = selector.AttributeRouteModel?.Template;
            if (template?.StartsWith(By, StringComparison.Ordinal) == true)
                selector.EndpointMetadata.Add(new RecordRoute(FieldOf(template)));
            if (template == Record && Takes(selector, HttpMethods.IsPut))
                action.Selectors.Add(Beside(selector, ByExternalId, new RecordRoute(FieldOf(ByExternalId))));
            if (template == Record && Takes(selector, method => HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method)))
                action.Selectors.Add(Beside(selector, "", new RecordRoute(null)));
        }
    }

    /// <summary>The collection's path, of one that names a record by a key.</summary>
    public static string CollectionOf(string path) => path[..path.LastIndexOf("/" + By, StringComparison.OrdinalIgnoreCase)];

    /// <summary>The path of another record that is the same in all else.</summary>
    public static string With(long id, string path)
    {
        var parts = path.TrimEnd('/').Split('/');
        parts[2] = id.ToString(CultureInfo.InvariantCulture);
        return string.Join('/', parts);
    }

    /// <summary>The key in such a path: the router leaves the <c>%2F</c> of a slash as it is, so there it is taken from what was sent.</summary>
    public static string ValueOf(HttpContext context, string field)
    {
        var routed = (string)context.Request.RouteValues[field]!;
        if (!routed.Contains("%2F", StringComparison.OrdinalIgnoreCase))
            return routed;

        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }

    private static string FieldOf(string template) => template[(template.IndexOf('{', StringComparison.Ordinal) + 1)..^1];

    private static bool Takes(SelectorModel selector, Predicate<string> method) =>
        selector.ActionConstraints.OfType<HttpMethodActionConstraint>().Any(constraint => constraint.HttpMethods.All(m => method(m)));

    private static SelectorModel Beside(SelectorModel record, string template, RecordRoute route)
    {
        var beside = new SelectorModel(record) { AttributeRouteModel = new(record.AttributeRouteModel!) { Template = template } };
        beside.EndpointMetadata.Add(route);
        return beside;
    }
}
