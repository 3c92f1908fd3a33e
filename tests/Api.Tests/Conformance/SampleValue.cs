using System.Globalization;
using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>Makes values out of the one that the document shows: another one for each number, and wrong ones.</summary>
internal static class SampleValue
{
    private static readonly string[] Currencies = ["EUR", "USD", "GBP", "CHF"];

    public static JsonNode? Of(string name, Schema field, JsonNode shown, int number, long organization)
    {
        var form = field.Alternatives[0];
        return form.Values.Count > 0 ? JsonNode.Parse(form.Values[number % form.Values.Count])
            : name == "custom_fields" ? new JsonObject { ["favourite_colour"] = $"green {number}" }
            : form.Type switch
            {
                "boolean" => number % 2 == 1,
                "integer" => (form.Bound("minimum") ?? 0) < 0 ? number - 1 : number % 100,
                "number" => number + 0.5m,
                "string" => Text(name, form, shown.GetValue<string>(), number, organization),
                _ => shown.DeepClone(),
            };
    }

    /// <summary>Values of other types than the field's.</summary>
    public static (JsonNode First, JsonNode Second) OfOtherTypes(Schema field) =>
        field.Alternatives[0] switch
        {
            { Values.Count: > 0 } => ("nonsense", 7),
            { Type: "integer" } => ("7", 1.5),
            { Type: "number" } => ("7", true),
            { Type: "boolean" } => ("true", 0),
            { Type: "string" } => (7, new JsonArray()),
            { Type: "array" } => ("x", new JsonObject()),
            _ => ("x", new JsonArray()),
        };

    /// <summary>A value of the field's type just beyond its bounds; null when it has none.</summary>
    public static JsonNode? OutOfBounds(Schema field)
    {
        var form = field.Alternatives[0];
        return form.Bound("maxLength") is { } length and < 10_000 && form.Format.Length == 0 ? new string('x', (int)length + 1)
            : form.Bound("maximum") is { } most and < ValueLimit ? most + 1
            : null;
    }

    private const long ValueLimit = 1L << 53;

    private static string Text(string name, Schema form, string shown, int number, long organization) =>
        (name, form.Format) switch
        {
            (_, "email") => $"sample-{number}-of-{organization}-{shown}", // a user may be a member elsewhere too
            (_, "uri") => $"{shown}/{number}",
            (_, "date") => DateOnly.Parse(shown, CultureInfo.InvariantCulture).AddDays(-number).ToString("O", CultureInfo.InvariantCulture),
            (_, "date-time") => DateTimeOffset
                .Parse(shown, CultureInfo.InvariantCulture)
                .AddDays(-number)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ("currency", _) => Currencies[number % Currencies.Length],
            ("color", _) => $"#{number:x6}",
            ("domain", _) => $"sample-{number}.example.com",
            ("phone", _) => $"+1 415 555 {1000 + number}",
            _ => $"{shown} {number}",
        };
}
