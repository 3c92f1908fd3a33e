using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>The types a field can be filtered and sorted by, and how their values are written.</summary>
internal static partial class FieldTypes
{
    private static readonly Dictionary<Type, FieldType> Known = new()
    {
        [typeof(string)] = new FieldType<string>(Text, isText: true),
        [typeof(bool)] = new FieldType<bool>(Flag, choices: [false, true]),
        [typeof(int)] = new FieldType<int>(Whole),
        [typeof(long)] = new FieldType<long>(Whole),
        [typeof(decimal)] = new FieldType<decimal>(Decimal),
        [typeof(DateTimeOffset)] = new FieldType<DateTimeOffset>(Time),
        [typeof(DateOnly)] = new FieldType<DateOnly>(Date),
    };

    /// <summary>Decimal numbers that binary ones tell apart: they are compared as such by one of the databases.</summary>
    public static FieldType BinaryDecimal { get; } =
        new FieldType<decimal>((string text, out decimal value) => Decimal(text, out value) ?? DecimalConverter.DigitsProblem(value));

    /// <summary>The field type of a property type (not nullable), null when it has none.</summary>
    public static FieldType? Of(Type type) =>
        type.IsEnum
            ? (FieldType)typeof(FieldTypes).GetMethod(nameof(OfEnum))!.MakeGenericMethod(type).Invoke(null, null)!
            : Known.GetValueOrDefault(type);

    /// <summary>The field type of an enum: its names in snake_case.</summary>
    public static FieldType OfEnum<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var values = names.ToDictionary(name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name), Enum.Parse<T>, StringComparer.Ordinal);
        var problem = $"must be one of {string.Join(", ", values.Keys)}";
        // They are stored, and so sorted, as text.
        object[] choices = [.. values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (object)pair.Value)];
        return new FieldType<T>((text, out value) => values.TryGetValue(text, out value) ? null : problem, choices: choices);
    }

    private static string? Text(string text, out string value)
    {
        value = text;
        return text.Length <= QueryLimits.Text ? WellFormedText.Problem(text) : $"must be at most {QueryLimits.Text} characters";
    }

    private static string? Flag(string text, out bool value)
    {
        value = text is "true";
        return text is "true" or "false" ? null : "must be true or false";
    }

    private static string? Whole<T>(string text, out T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = default;
        return !WholeNumber().IsMatch(text) ? "must be a whole number"
            : T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) ? null
            : $"must be a whole number from {T.MinValue} to {T.MaxValue}";
    }

    private static string? Decimal(string text, out decimal value)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        value = default;
        return DecimalNumber().Match(text) is not { Success: true } number ? "must be a decimal number such as 1234.5"
            : number.Groups["fraction"].Value.TrimEnd('0').Length > ValueLimits.DecimalPlaces
                ? $"must have at most {ValueLimits.DecimalPlaces} decimal places"
            : decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= ValueLimits.LargestDecimal ? null
            : FormattableString.Invariant($"must be a number from -{ValueLimits.LargestDecimal} to {ValueLimits.LargestDecimal}");
    }

    private static string? Time(string text, out DateTimeOffset value)
    {
        const string expected = "must be an RFC 3339 time such as 2026-01-31T09:30:00Z (in a query, the '+' of an offset is written %2B)";
        value = default;
        if (Rfc3339().Match(text) is not { Success: true } time)
            return expected;

        var offset = time.Groups["offset"].Value is var given && given is "Z" or "z" ? "+00:00" : given;
        var whole = $"{time.Groups["date"].Value}T{time.Groups["time"].Value}.{time.Groups["milliseconds"].Value.PadRight(3, '0')}{offset}";
        if (
            !DateTimeOffset.TryParseExact(whole, "yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
        )
            return expected;

        value = value.ToUniversalTime();
        return null;
    }

    private static string? Date(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, ValueLimits.Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            ? null
            : "must be a date such as 2026-01-31";

    [GeneratedRegex(@"\A-?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"\A-?[0-9]+(\.(?<fraction>[0-9]+))?\z")]
    private static partial Regex DecimalNumber();

    // Stored times are cut to milliseconds, so the digits after them are read and dropped.
    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<milliseconds>[0-9]{1,3})[0-9]*)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z"
    )]
    private static partial Regex Rfc3339();
}
