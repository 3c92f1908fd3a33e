using System.Reflection;
using System.Text.Json;

namespace AchieveApex.Application.Resources;

/// <summary>Whether a JSON value can become a property's value, and if not, what it has to be.</summary>
internal static class ValueCheck
{
    /// <summary>The check for a property; it answers null when the value is fine.</summary>
    public static Func<JsonElement, string?> For(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isNullable = type != property.PropertyType || !type.IsValueType;
        var check = For(type);
        return value => value.ValueKind == JsonValueKind.Null && isNullable ? null : check(value);
    }

    /// <summary>The check for a type that is not nullable.</summary>
    public static Func<JsonElement, string?> For(Type type)
    {
        if (type == typeof(string))
            return Text;
        if (type == typeof(int))
            return value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _) ? null : "must be a whole number";
        if (type == typeof(long))
            return value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? null : "must be a whole number";
        if (type == typeof(decimal))
            return Decimal;
        if (type == typeof(bool))
            return value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false";
        if (type == typeof(DateTimeOffset))
            return value =>
                Text(value) is null && Rfc3339Converter.TryParse(value.GetString(), out _)
                    ? null
                    : "must be an RFC 3339 time, for example 2026-01-31T09:30:00Z";
        if (type == typeof(DateOnly))
            return value =>
                Text(value) is null && DateOnly.TryParseExact(value.GetString(), ValueLimits.Date, out _)
                    ? null
                    : "must be a date, for example 2026-01-31";
        if (type == typeof(CustomValues))
            return CustomFieldsCheck.ProblemOf;
        if (type.IsAssignableFrom(typeof(string[])))
            return Texts;
        if (type.IsEnum)
            return OneOf([.. Enum.GetNames(type).Select(WireFormat.NameOf)]);

        throw new NotSupportedException($"A field of type {type.Name} cannot be read from a body: teach ValueCheck.");
    }

    public static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return "must be a string";

        try
        {
            return value.GetString()!.Contains('\0') ? "must not contain the character U+0000" : null;
        }
        catch (InvalidOperationException)
        {
            return "must be valid Unicode text"; // half a surrogate pair
        }
    }

    public static string? Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return "must be an array of strings";
        if (value.GetArrayLength() > ValueLimits.LongestList)
            return $"must have at most {ValueLimits.LongestList} items";

        return value.EnumerateArray().Select(Text).FirstOrDefault(problem => problem is not null) is { } first
            ? $"must be an array of strings: each {first}"
            : null;
    }

    private static string? Decimal(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return "must be a number";
        if (!value.TryGetDecimal(out var number) || Math.Abs(number) > ValueLimits.LargestDecimal)
            return FormattableString.Invariant($"must be a number from -{ValueLimits.LargestDecimal} to {ValueLimits.LargestDecimal}");
        if (decimal.Round(number, ValueLimits.DecimalPlaces) != number)
            return $"must have at most {ValueLimits.DecimalPlaces} decimal places";

        return DecimalConverter.DigitsProblem(number);
    }

    /// <summary>The check for a text that is one of a few.</summary>
    public static Func<JsonElement, string?> OneOf(IReadOnlyList<string> names)
    {
        var problem = $"must be one of: {string.Join(", ", names)}";
        return value => Text(value) is null && names.Contains(value.GetString()!) ? null : problem;
    }
}
