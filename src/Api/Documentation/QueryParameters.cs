using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Application.Resources.Querying;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The query language as parameters, each told once for its resource.</summary>
internal sealed class QueryParameters(Components components, QuerySchemas schemas, PagingOptions paging)
{
    private const string Nested = "Written with brackets, the brackets percent-encoded";

    public IEnumerable<IOpenApiParameter> Of(string resource, QueryDescription query) =>
        query.Use switch
        {
            QueryUse.List =>
            [
                Limit(),
                Skip(),
                Cursor(),
                .. query.IsSearched ? [Search()] : Array.Empty<IOpenApiParameter>(),
                Sort(resource, query),
                Select(resource, query),
                Total(),
                .. Groups(resource, query),
                .. Filters(resource, query),
            ],
            QueryUse.Read => [Select(resource, query), .. Groups(resource, query), .. Filters(resource, query)],
            QueryUse.Change => [Select(resource, query), DryRun(), .. Groups(resource, query), .. Filters(resource, query)],
            _ => [Select(resource, query), DryRun()],
        };

    private IEnumerable<IOpenApiParameter> Filters(string resource, QueryDescription query) =>
        query.Fields.Select(field =>
            components.Parameter(
                $"{resource}.{field.Name}",
                () =>
                    Parameter(
                        field.Name,
                        $"{Names.InWords(field.Name)}: a value that it has to equal, or operators.",
                        schemas.Filter(field),
                        ParameterStyle.DeepObject
                    )
            )
        );

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
                    $"The order; newest first when absent. {Nested}: `$sort[field]=-1`.",
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

    private OpenApiParameterReference Limit() =>
        components.Parameter(
            "limit",
            () =>
            {
                var schema = ValueSchemas.Whole("int32", 0, int.MaxValue);
                schema.Default = Math.Min(paging.DefaultLimit, paging.MaxLimit);
                return Parameter(
                    "$limit",
                    $"Records on the page. One above {paging.MaxLimit} is lowered to it.",
                    schema,
                    ParameterStyle.Form,
                    10
                );
            }
        );

    private OpenApiParameterReference Skip() =>
        components.Parameter(
            "skip",
            () =>
            {
                var schema = ValueSchemas.Whole("int32", 0, QueryLimits.Skip);
                schema.Default = 0;
                return Parameter("$skip", "Matches to pass over.", schema, ParameterStyle.Form, 0);
            }
        );

    private OpenApiParameterReference Cursor() =>
        components.Parameter(
            "cursor",
            () =>
                Text(
                    "$cursor",
                    "Where the page begins: taken from the `Link` header of the page before, whose query it belongs to.",
                    QueryLimits.Cursor,
                    null
                )
        );

    private OpenApiParameterReference Search() =>
        components.Parameter(
            "search",
            () =>
                Text(
                    "$search",
                    $"Words that the record's texts have to hold, in any order and each at a word's beginning; at most {QueryLimits.SearchWords}.",
                    QueryLimits.SearchText,
                    "jane"
                )
        );

    private static OpenApiParameter Text(string name, string text, int longest, JsonNode? example) =>
        Parameter(
            name,
            text,
            new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = 1,
                MaxLength = longest,
            },
            ParameterStyle.Form,
            example
        );

    private OpenApiParameterReference Total() =>
        components.Parameter(
            "total",
            () =>
                Parameter(
                    "$total",
                    "Whether to count all matches; without the count `total` is null.",
                    new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = true },
                    ParameterStyle.Form,
                    false
                )
        );

    private OpenApiParameterReference DryRun() =>
        components.Parameter(
            "dry-run",
            () =>
                Parameter(
                    "dry_run",
                    "Whether to check and answer the write without keeping it.",
                    new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false },
                    ParameterStyle.Form,
                    true
                )
        );

    private static OpenApiParameter Parameter(
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
