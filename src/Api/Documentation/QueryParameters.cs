using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Application.Resources.Querying;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The query language as parameters, each told once for its resource.</summary>
internal sealed class QueryParameters(Components components, QuerySchemas schemas, FixedParameters same, IIndexedFields indexes)
{
    private const string Nested = "Written with brackets, the brackets percent-encoded";

    public IEnumerable<IOpenApiParameter> Of(string resource, QueryDescription query) =>
        query.Use switch
        {
            QueryUse.List =>
            [
                same.Limit(),
                same.Skip(),
                same.Cursor(),
                .. query.IsSearched ? [same.Search()] : Array.Empty<IOpenApiParameter>(),
                Sort(resource, query),
                Select(resource, query),
                same.Total(),
                .. Groups(resource, query),
                .. Filters(resource, query),
            ],
            QueryUse.Read => [Select(resource, query), .. Groups(resource, query), .. Filters(resource, query)],
            QueryUse.Change => [Select(resource, query), same.DryRun(), .. Groups(resource, query), .. Filters(resource, query)],
            _ => [Select(resource, query), same.DryRun()],
        };

    private IEnumerable<IOpenApiParameter> Filters(string resource, QueryDescription query) =>
        query.Fields.Select(field =>
            components.Parameter(
                $"{resource}.{field.Name}",
                () =>
                    Parameter(
                        field.Name,
                        $"{Names.InWords(field.Name)}: a value that it has to equal, or operators.{Found(query, field)}",
                        schemas.Filter(field),
                        ParameterStyle.DeepObject
                    )
            )
        );

    private string Found(QueryDescription query, FieldDescription field) =>
        indexes.Of(query.Record, field.Property) == IndexUse.None ? "" : " Found by an index.";

    private string Sorted(QueryDescription query)
    {
        var fields = query.Fields.Where(field => indexes.Of(query.Record, field.Property) == IndexUse.FilterAndSort);
        return $"An index has the order of {string.Join(", ", fields.Select(field => $"`{field.Name}`"))}.";
    }

    private IEnumerable<IOpenApiParameter> Groups(string resource, QueryDescription query) =>
        [
            Group(resource, "$or", $"At least one group has to match. {Nested}: `$or[0][field]=value`.", query),
            Group(resource, "$and", $"Every group has to match. {Nested}: `$and[0][field]=value`.", query),
        ];

    private OpenApiParameterReference Group(string resource, string name, string text, QueryDescription query) =>
        components.Parameter(
            $"{resource}.{name[1..]}",
            () =>
                Parameter(
                    name,
                    $"{text} At most {QueryLimits.Depth} levels deep and {QueryLimits.Conditions} conditions in all.",
                    schemas.Groups(resource, query),
                    ParameterStyle.DeepObject,
                    new JsonArray(new JsonObject { ["id"] = new JsonObject { ["$gte"] = 1 } })
                )
        );

    private OpenApiParameterReference Sort(string resource, QueryDescription query) =>
        components.Parameter(
            $"{resource}.sort",
            () =>
                Parameter(
                    "$sort",
                    $"The order; newest first when absent. {Nested}: `$sort[field]=-1`. {Sorted(query)}",
                    schemas.Sort(resource, query),
                    ParameterStyle.DeepObject,
                    new JsonObject { ["id"] = -1 }
                )
        );

    private OpenApiParameterReference Select(string resource, QueryDescription query) =>
        components.Parameter(
            $"{resource}.select",
            () =>
                Parameter(
                    "$select",
                    "The fields to answer with; the id is always among them. All when absent.",
                    ValueSchemas.List(schemas.Name(resource, query), QueryLimits.Values),
                    ParameterStyle.Form,
                    new JsonArray("id")
                )
        );

    public static OpenApiParameter Parameter(
        string name,
        string text,
        IOpenApiSchema schema,
        ParameterStyle style,
        JsonNode? example = null
    ) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = text,
            Style = style,
            Explode = true,
            Schema = schema,
            Example = example,
        };
}
