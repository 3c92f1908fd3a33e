using System.Globalization;
using System.Text.Json;

namespace AchieveApex.Application.Resources;

/// <summary>Times as RFC 3339 with an offset; kept in UTC, cut to milliseconds, so that every database stores the same value.</summary>
internal sealed class Rfc3339Converter : JsonConverter<DateTimeOffset>
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        var isTime = DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out time
        );
        time = new DateTimeOffset(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        return isTime && (text!.EndsWith('Z') || text[^6] is '+' or '-');
    }

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var time) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        // A format of one letter is several times as fast as one that is spelt out, and a list has two times a record.
        Span<byte> text = stackalloc byte[28];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[23] = (byte)'Z'; // after the milliseconds
        writer.WriteStringValue(text[..24]);
    }
}
