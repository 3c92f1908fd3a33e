using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Resources.Querying;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The parameters of the query language that are the same for every resource.</summary>
internal sealed class FixedParameters(Components components, PagingOptions paging)
{
    public OpenApiParameterReference Limit() =>
        components.Parameter(
            "limit",
            () =>
            {
                var schema = ValueSchemas.Whole("int32", 0, int.MaxValue);
                schema.Default = Math.Min(paging.DefaultLimit, paging.MaxLimit);
                return QueryParameters.Parameter(
                    "$limit",
                    $"Records on the page. One above {paging.MaxLimit} is lowered to it.",
                    schema,
                    ParameterStyle.Form,
                    10
                );
            }
        );

    public OpenApiParameterReference Skip() =>
        components.Parameter(
            "skip",
            () =>
            {
                var schema = ValueSchemas.Whole("int32", 0, QueryLimits.Skip);
                schema.Default = 0;
                return QueryParameters.Parameter("$skip", "Matches to pass over.", schema, ParameterStyle.Form, 0);
            }
        );

    public OpenApiParameterReference Cursor() =>
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

    public OpenApiParameterReference Search() =>
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

    public OpenApiParameterReference Total() =>
        components.Parameter(
            "total",
            () =>
                QueryParameters.Parameter(
                    "$total",
                    "Whether to count all matches; without the count `total` is null.",
                    new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = true },
                    ParameterStyle.Form,
                    false
                )
        );

    public OpenApiParameterReference DryRun() =>
        components.Parameter(
            "dry-run",
            () =>
                QueryParameters.Parameter(
                    ListQuery.DryRun,
                    "Whether to check and answer the write without keeping it.",
                    new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false },
                    ParameterStyle.Form,
                    true
                )
        );

    public static OpenApiParameter Text(string name, string text, int longest, JsonNode? example) =>
        QueryParameters.Parameter(
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
}
