using System.Globalization;
using System.Text.Json;

namespace AchieveApex.Application.Resources;

/// <summary>Decimal numbers as JSON numbers, without the zeros that a database may put at their end.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    private const string Format = "0.####";

    /// <summary>What is wrong with a number that a JSON reader of binary numbers could not tell from its neighbours; null when nothing is.</summary>
    public static string? DigitsProblem(decimal number) =>
        Shortest(number).Count(char.IsAsciiDigit) <= ValueLimits.DecimalDigits
            ? null
            : $"must have at most {ValueLimits.DecimalDigits} digits";

    public static string Shortest(decimal number) => number.ToString(Format, CultureInfo.InvariantCulture);

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
