using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Domain.Resources;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation.Schemas;

/// <summary>What one value may be: its type, cut by its rules.</summary>
internal sealed class ValueSchemas(Components components, Texts texts)
{
    /// <summary>Every text that is sent fits into the body.</summary>
    public const int LongestSent = SentBody.Largest;

    /// <summary>Texts that are answered and that no rule of a field bounds: messages, names that the program makes.</summary>
    public const int LongestAnswered = 2000;

    // PostgreSQL has no U+0000.
    private const string AnyText = "^[^\\u0000]*$";

    /// <param name="name">The name on the wire; that of an id ends in <c>id</c>.</param>
    /// <param name="type">The type; nullable or not is for the rules to say.</param>
    /// <param name="rules">What the validator asks.</param>
    /// <param name="longestText">What bounds a text that has no rule.</param>
    public IOpenApiSchema Of(string name, Type type, FieldRules rules, int longestText)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(CustomValues) ? CustomValues()
            : type == typeof(FieldChanges) ? Changes()
            : type == typeof(JsonElement) ? new OpenApiSchema { Type = JsonSchemaType.Object, MaxProperties = LongestAnswered }
            : type.IsEnum ? OrNull(Choice(type), rules.TakesNull)
            : Plain(name, type, rules, longestText);
    }

    /// <summary>The names of an enum.</summary>
    public OpenApiSchemaReference Choice(Type type) =>
        components.Schema(
            type.Name,
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = texts.Of(type),
                    Enum = [.. Enum.GetNames(type).Select(name => JsonValue.Create(WireFormat.NameOf(name)))],
                }
        );

    private OpenApiSchema Plain(string name, Type type, FieldRules rules, int longestText)
    {
        var schema =
            type == typeof(string) ? Text(rules, longestText)
            : type == typeof(bool) ? new OpenApiSchema { Type = JsonSchemaType.Boolean }
            : type == typeof(int) ? Whole("int32", rules.Minimum ?? int.MinValue, rules.Maximum ?? int.MaxValue)
            : type == typeof(long) ? Long(name, rules)
            : type == typeof(decimal) ? Number(rules)
            : type == typeof(DateTimeOffset) ? Time("date-time", 40)
            : type == typeof(DateOnly) ? Time("date", ValueLimits.Date.Length)
            : type.IsAssignableFrom(typeof(string[])) ? List(Text(FieldRules.None, longestText))
            : throw new NotSupportedException($"'{name}' cannot be documented: teach {nameof(ValueSchemas)} the type {type.Name}.");
        if (rules.TakesNull)
            schema.Type |= JsonSchemaType.Null;
        if (rules.TakesNull && schema.Enum is not null)
            schema.Enum.Add(null!);
        return schema;
    }

    private static OpenApiSchema Text(FieldRules rules, int longest) =>
        rules.OneOf is { } names
            ? new() { Type = JsonSchemaType.String, Enum = [.. names.Select(name => JsonValue.Create(name))] }
            : new()
            {
                Type = JsonSchemaType.String,
                MinLength = rules.MinLength,
                MaxLength = rules.MaxLength ?? longest,
                Format = rules.Format,
                Pattern = rules.Format is null && longest == LongestSent ? AnyText : null,
            };

    private static OpenApiSchema Long(string name, FieldRules rules) =>
        Whole(
            "int64",
            rules.Minimum ?? (name == "id" || name.EndsWith("_id", StringComparison.Ordinal) ? 1 : 0),
            rules.Maximum ?? ValueLimits.LargestId
        );

    public static OpenApiSchema Whole(string format, long least, long most) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Format = format,
            Minimum = least.ToString(CultureInfo.InvariantCulture),
            Maximum = most.ToString(CultureInfo.InvariantCulture),
        };

    private static OpenApiSchema Number(FieldRules rules)
    {
        const long most = (long)ValueLimits.LargestDecimal;
        var schema = Whole("decimal", rules.Minimum ?? -most, rules.Maximum ?? most);
        schema.Type = JsonSchemaType.Number;
        schema.Description = $"At most {ValueLimits.DecimalPlaces} decimal places, and {ValueLimits.DecimalDigits} digits in all.";
        return schema;
    }

    private static OpenApiSchema Time(string format, int longest) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = format,
            MaxLength = longest,
        };

    public static OpenApiSchema List(IOpenApiSchema items, int most = ValueLimits.LongestList) =>
        new()
        {
            Type = JsonSchemaType.Array,
            Items = items,
            MaxItems = most,
        };

    private static IOpenApiSchema OrNull(IOpenApiSchema schema, bool takesNull) =>
        takesNull ? new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] } : schema;

    private OpenApiSchemaReference CustomValues() =>
        components.Schema(
            nameof(CustomValues),
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Values by key: scalars or lists of texts. Null is no value.",
                    MaxProperties = ValueLimits.MostCustomFields,
                    AdditionalPropertiesAllowed = false,
                    PatternProperties = new Dictionary<string, IOpenApiSchema>
                    {
                        [ValueLimits.CustomFieldKey] = new OpenApiSchema
                        {
                            AnyOf =
                            [
                                CustomText(),
                                new OpenApiSchema { Type = JsonSchemaType.Number },
                                new OpenApiSchema { Type = JsonSchemaType.Boolean },
                                new OpenApiSchema { Type = JsonSchemaType.Null },
                                List(CustomText()),
                            ],
                        },
                    },
                }
        );

    private OpenApiSchemaReference Changes() =>
        components.Schema(
            nameof(FieldChanges),
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "By field: what it was and what it is.",
                    MaxProperties = LongestAnswered,
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        AdditionalPropertiesAllowed = false,
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["from"] = new OpenApiSchema(),
                            ["to"] = new OpenApiSchema(),
                        },
                    },
                }
        );

    private static OpenApiSchema CustomText() =>
        new()
        {
            Type = JsonSchemaType.String,
            MaxLength = ValueLimits.LongestCustomText,
            Pattern = AnyText,
        };
}
