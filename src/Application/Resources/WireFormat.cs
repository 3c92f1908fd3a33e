using System.Text.Encodings.Web;
using System.Text.Json;

namespace AchieveApex.Application.Resources;

/// <summary>How values look in JSON: snake_case names and enums, RFC 3339 times in UTC with milliseconds, numbers as numbers.</summary>
public static class WireFormat
{
    /// <summary>The one set of options that bodies are read and written with.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>A property's name on the wire.</summary>
    public static string NameOf(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    /// <summary>Sets the options of a serializer that somebody else made.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        // Answers are application/json with nosniff, so quotes and umlauts need no escape.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new Rfc3339Converter());
        options.Converters.Add(new DecimalConverter());
        options.Converters.Add(new FieldChangesConverter());
        return options;
    }
}
