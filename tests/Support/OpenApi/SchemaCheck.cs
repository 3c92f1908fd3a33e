using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AchieveApex.Support.OpenApi;

/// <summary>
/// Holds a JSON value against a schema of the document. It knows the words that the document uses, and refuses any other, so that no bound
/// is passed over in silence. An object whose properties are listed has no others.
/// </summary>
public sealed class SchemaCheck(Description description)
{
    private static readonly string[] Remarks = ["description", "default", "example", "examples", "title", "readOnly", "$ref"];

    public IReadOnlyList<string> Problems(JsonElement schema, JsonElement value, string at = "$")
    {
        schema = description.Follow(schema);
        return [.. schema.EnumerateObject().SelectMany(word => Problems(word, schema, value, at))];
    }

    private IEnumerable<string> Problems(JsonProperty word, JsonElement schema, JsonElement value, string at) =>
        word.Name switch
        {
            "type" => Unless(TypesOf(word.Value).Any(type => Is(type, value)), $"{at} is no {word.Value}"),
            "enum" => Unless(word.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), $"{at} is none of {word.Value}"),
            "anyOf" => Unless(Matches(word.Value, value) > 0, $"{at} is none of the possible forms: {value}"),
            "oneOf" => Unless(Matches(word.Value, value) == 1, $"{at} is not exactly one of the possible forms: {value}"),
            "minimum" or "maximum" or "format" or "minLength" or "maxLength" or "pattern" => Scalar(word, value, at),
            "minItems" => Unless(
                value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= word.Value.GetInt32(),
                $"{at} is too short"
            ),
            "maxItems" => Unless(
                value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= word.Value.GetInt32(),
                $"{at} is too long"
            ),
            "minProperties" => Unless(Count(value) is not { } few || few >= word.Value.GetInt32(), $"{at} has too few members"),
            "maxProperties" => Unless(Count(value) is not { } many || many <= word.Value.GetInt32(), $"{at} has too many members"),
            "items" => Items(word.Value, value, at),
            "required" => Required(word.Value, value, at),
            "properties" or "patternProperties" => Members(schema, value, at, word.Name),
            "additionalProperties" => schema.TryGetProperty("properties", out _) || schema.TryGetProperty("patternProperties", out _)
                ? []
                : Members(schema, value, at, word.Name),
            _ => Unless(Remarks.Contains(word.Name), $"the schema of {at} has the unknown word {word.Name}"),
        };

    private static string[] Scalar(JsonProperty word, JsonElement value, string at) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => word.Name switch
            {
                "minimum" => Unless(value.GetDecimal() >= word.Value.GetDecimal(), $"{at} is too small"),
                "maximum" => Unless(value.GetDecimal() <= word.Value.GetDecimal(), $"{at} is too large"),
                _ => [],
            },
            JsonValueKind.String => Text(word, value.GetString()!, at),
            _ => [],
        };

    private static string[] Text(JsonProperty word, string text, string at) =>
        word.Name switch
        {
            "minLength" => Unless(text.EnumerateRunes().Count() >= word.Value.GetInt32(), $"{at} is too short"),
            "maxLength" => Unless(text.EnumerateRunes().Count() <= word.Value.GetInt32(), $"{at} is too long"),
            "pattern" => Unless(Regex.IsMatch(text, word.Value.GetString()!), $"{at} has not the form {word.Value}"),
            "format" => Unless(HasFormat(word.Value.GetString()!, text), $"{at} is no {word.Value}"),
            _ => [],
        };

    private static bool HasFormat(string format, string text) =>
        format switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "email" => Regex.IsMatch(text, @"^[^@\s]+@[^@\s]+$"),
            _ => throw new NotSupportedException($"format {format}"),
        };

    private IEnumerable<string> Items(JsonElement items, JsonElement value, string at) =>
        value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) => Problems(items, item, $"{at}[{i}]"));

    private static IEnumerable<string> Required(JsonElement names, JsonElement value, string at) =>
        value.ValueKind != JsonValueKind.Object
            ? []
            : names
                .EnumerateArray()
                .Select(name => name.GetString()!)
                .Where(name => !value.TryGetProperty(name, out _))
                .Select(name => $"{at} lacks {name}");

    // All that says something of members is read at the first such word.
    private IEnumerable<string> Members(JsonElement schema, JsonElement value, string at, string word)
    {
        if (value.ValueKind != JsonValueKind.Object || (word == "patternProperties" && schema.TryGetProperty("properties", out _)))
            return [];

        return value.EnumerateObject().SelectMany(member => Member(schema, member, $"{at}.{member.Name}"));
    }

    private IEnumerable<string> Member(JsonElement schema, JsonProperty member, string at)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var own))
            return Problems(own, member.Value, at);
        if (schema.TryGetProperty("patternProperties", out var patterns))
            foreach (var pattern in patterns.EnumerateObject().Where(pattern => Regex.IsMatch(member.Name, pattern.Name)))
                return Problems(pattern.Value, member.Value, at);

        return schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object
            ? Problems(others, member.Value, at)
            : [$"{at} is not in the document"];
    }

    private int Matches(JsonElement forms, JsonElement value) => forms.EnumerateArray().Count(form => Problems(form, value).Count == 0);

    private static int? Count(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Count() : null;

    public static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && long.TryParse(value.GetRawText(), CultureInfo.InvariantCulture, out _),
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => false,
        };

    private static string[] Unless(bool isFine, string problem) => isFine ? [] : [problem];
}
