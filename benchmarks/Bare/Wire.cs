using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AchieveApex.Bare;

/// <summary>JSON by generated code.</summary>
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(ContactInput))]
[JsonSerializable(typeof(ContactPage))]
internal sealed partial class Wire : JsonSerializerContext
{
    /// <summary>With times and text written as the real program writes them.</summary>
    public static Wire Format { get; } = Create();

    private static Wire Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new Milliseconds());
        return new(options);
    }

    private sealed class Milliseconds : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        {
            Span<char> text = stackalloc char[24];
            value.UtcDateTime.TryFormat(text, out _, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            writer.WriteStringValue(text);
        }
    }
}
