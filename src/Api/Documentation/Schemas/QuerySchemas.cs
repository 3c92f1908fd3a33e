using System.Text.Json.Nodes;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Application.Resources.Querying;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation.Schemas;

/// <summary>What queries are made of: conditions on fields, groups of them, names to sort by and to show.</summary>
internal sealed class QuerySchemas(Components components, ValueSchemas values)
{
    private static readonly string[] Lists = ["$in", "$nin"];
    private static readonly string[] Patterns = ["$like", "$notlike", "$ilike"];

    /// <summary>A condition on a field: a value, which it has to equal, or operators.</summary>
    public OpenApiSchemaReference Filter(FieldDescription field)
    {
        var kind = KindOf(field);
        return components.Schema(
            kind + "Filter",
            () =>
                new OpenApiSchema
                {
                    Description = $"A value that the field has to equal, or operators: `field[{field.Operators[0]}]=value`.",
                    AnyOf = [.. Scalars(field), Operators(field)],
                }
        );
    }

    /// <summary>Conditions that all have to hold, for a group of <c>$or</c> or <c>$and</c>.</summary>
    public OpenApiSchemaReference Condition(string resource, QueryDescription query) =>
        components.Schema(
            resource + "Condition",
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Conditions that all have to hold.",
                    MinProperties = 1,
                    AdditionalPropertiesAllowed = false,
                    Properties = query
                        .Fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => Filter(field))
                        .Append(new("$or", Groups(resource, query)))
                        .Append(new("$and", Groups(resource, query)))
                        .ToDictionary(),
                }
        );

    /// <summary>Groups of conditions.</summary>
    public OpenApiSchema Groups(string resource, QueryDescription query)
    {
        var groups = ValueSchemas.List(Condition(resource, query), QueryLimits.Branches);
        groups.MinItems = 1;
        return groups;
    }

    public OpenApiSchemaReference Sort(string resource, QueryDescription query) =>
        components.Schema(
            resource + "Sort",
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description =
                        "1 is ascending, -1 descending; the first key counts most. The id decides last, in the direction of the key before it.",
                    AdditionalPropertiesAllowed = false,
                    Properties = query.Fields.ToDictionary(field => field.Name, IOpenApiSchema (_) => Direction()),
                }
        );

    public OpenApiSchemaReference Name(string resource, QueryDescription query) =>
        components.Schema(
            resource + "FieldName",
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "A field that is shown.",
                    Enum = [.. query.Names.Select(name => JsonValue.Create(name))],
                }
        );

    /// <summary>In which direction a field is sorted by.</summary>
    public OpenApiSchemaReference Direction() =>
        components.Schema(
            "SortDirection",
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = "-1",
                    Maximum = "1",
                    Enum = [JsonValue.Create(1), JsonValue.Create(-1)],
                }
        );

    private static string KindOf(FieldDescription field) =>
        field.Type == typeof(string) ? "Text"
        : field.Type == typeof(bool) ? "Boolean"
        : field.Type == typeof(int) ? "Number"
        : field.Type == typeof(decimal) ? "Decimal"
        : field.Type == typeof(DateTimeOffset) ? "Time"
        : field.Type == typeof(DateOnly) ? "Date"
        : field.Type.IsEnum ? field.Type.Name
        : IsId(field) ? "Id"
        : IsCustom(field) ? "WholeNumber"
        : "Count";

    private static bool IsId(FieldDescription field) => field.Name == "id" || field.Name.EndsWith("_id", StringComparison.Ordinal);

    private static bool IsCustom(FieldDescription field) => field.Name.StartsWith(CustomFieldDefinition.Prefix, StringComparison.Ordinal);

    // A text field's empty text is a text; elsewhere it is no value.
    private IOpenApiSchema[] Scalars(FieldDescription field) => field.Type == typeof(string) ? [Value(field)] : [Value(field), NoValue()];

    private IOpenApiSchema Value(FieldDescription field) =>
        values.Of(
            field.Name,
            field.Type,
            field.Type == typeof(string) ? new FieldRules { MaxLength = QueryLimits.Text }
                : IsCustom(field) ? CustomFieldSchemas.WholeNumber
                : new FieldRules(),
            ValueSchemas.LongestSent
        );

    private OpenApiSchema Operators(FieldDescription field) =>
        new()
        {
            Type = JsonSchemaType.Object,
            MinProperties = 1,
            AdditionalPropertiesAllowed = false,
            Properties = field.Operators.ToDictionary(name => name, name => Operand(name, field)),
        };

    private IOpenApiSchema Operand(string name, FieldDescription field) =>
        Lists.Contains(name) ? ValueSchemas.List(OneOf(Scalars(field)), QueryLimits.Values)
        : Patterns.Contains(name) ? Pattern()
        : name == "$ne" ? OneOf(Scalars(field))
        : Value(field);

    private static IOpenApiSchema OneOf(IOpenApiSchema[] schemas) =>
        schemas is [var only] ? only : new OpenApiSchema { AnyOf = [.. schemas] };

    private OpenApiSchemaReference Pattern() =>
        components.Schema(
            "TextPattern",
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description =
                        $@"`%` stands for any characters, `_` for one, `\` takes the next as it is; at least {QueryLimits.PatternLiterals} other characters.",
                    MinLength = QueryLimits.PatternLiterals,
                    MaxLength = QueryLimits.Text,
                }
        );

    private OpenApiSchemaReference NoValue() =>
        components.Schema(
            "NoValue",
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "No value: null.",
                    Enum = [JsonValue.Create("")],
                }
        );
}
