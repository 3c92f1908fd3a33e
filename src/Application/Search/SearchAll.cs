using System.Text.Json;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Search;

/// <summary>Looks for words in the records of every resource that is searched and that the caller may view.</summary>
[NoPermission("asks the lists of the resources, each of which needs its own")]
[TextParameter(
    "q",
    "Words that a record's texts have to hold, in any order and each at a word's beginning.",
    QueryLimits.SearchText,
    "jane"
)]
[WholeParameter("limit", "The largest number of records of each resource.", Most, Default = Usual)]
public sealed record SearchAll : IQuery<SearchResult>, IQueried
{
    /// <summary>Records of a resource, unless it is asked for another number.</summary>
    public const int Usual = 5;

    /// <summary>The largest number of records of a resource.</summary>
    public const int Most = 25;

    public ListQuery Query { get; set; } = ListQuery.Empty;
}

/// <summary>What was found.</summary>
/// <param name="Data">Records by their resources in the order of the alphabet, of each the newest first.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Data);

/// <summary>A record that was found.</summary>
/// <param name="Resource">Where it belongs, for example <c>contacts</c>.</param>
/// <param name="Record">The record, as its resource shows it.</param>
public sealed record SearchHit(string Resource, JsonElement Record);

internal sealed class SearchAllHandler(IMediator mediator, RequestCatalog requests, ResourceCatalog resources, OrganizationScope scope)
    : IRequestHandler<SearchAll, SearchResult>
{
    public async Task<SearchResult> Handle(SearchAll request, CancellationToken cancellationToken)
    {
        var asked = Asked.Of(request);
        var query = new ListQuery([
            new("$search", asked.Text("q")),
            new("$limit", FieldType.Write(asked.Whole("limit"))),
            new("$total", "false"),
        ]);
        var hits = new List<SearchHit>();
        foreach (var resource in Searched())
            hits.AddRange(
                (await ListOf(resource).Send(mediator, query, cancellationToken)).Select(record => new SearchHit(
                    resource.Name,
                    JsonSerializer.SerializeToElement(record, WireFormat.Options)
                ))
            );
        return new(hits);
    }

    private IEnumerable<Resource> Searched() =>
        resources
            .All.Where(resource => resource.IsSearched && scope.Caller.Rights.Allow(resource.Name, Access.View))
            .OrderBy(resource => resource.Name, StringComparer.Ordinal);

    private IList ListOf(Resource resource) =>
        (IList)
            Activator.CreateInstance(
                requests.All.Single(list => list.Record == resource.Record && list.Type.IsAssignableTo(typeof(IList))).Type
            )!;
}
