using System.Text.Json;
using System.Text.RegularExpressions;

namespace AchieveApex.Application.Resources;

/// <summary>The bounds of <c>custom_fields</c>: small, flat and the same on every database.</summary>
internal static partial class CustomFieldsCheck
{
    public const int MostText = 65_536;
    private const int LongestNumber = 30;

    public static string? ProblemOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return "must be an object";
        if (value.GetPropertyCount() > ValueLimits.MostCustomFields)
            return $"must have at most {ValueLimits.MostCustomFields} fields";

        return value.EnumerateObject().Select(ProblemOf).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Whether a text can be a key.</summary>
    public static bool IsKey(string text) => Key().IsMatch(text) && !text.EndsWith('\n');

    private static string? ProblemOf(JsonProperty field)
    {
        if (!IsKey(field.Name))
            return "must have keys in snake_case of at most 63 characters";

        var problem = field.Value.ValueKind switch
        {
            JsonValueKind.String => Text(field.Value),
            JsonValueKind.Number => Number(field.Value),
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => null,
            JsonValueKind.Array => ValueCheck.Texts(field.Value)
                ?? field.Value.EnumerateArray().Select(Text).FirstOrDefault(p => p is not null),
            _ => "must be a string, a number, true, false, null or an array of strings",
        };
        return problem is null ? null : $"{field.Name} {problem}";
    }

    private static string? Text(JsonElement value) =>
        ValueCheck.Text(value)
        ?? (
            value.GetString()!.Length > ValueLimits.LongestCustomText ? $"must be at most {ValueLimits.LongestCustomText} characters" : null
        );

    // An exponent and the minus of a zero are kept by one database and not by the other.
    private static string? Number(JsonElement value) =>
        value.GetRawText() is { Length: <= LongestNumber } text && !text.AsSpan().ContainsAny('e', 'E') && !IsMinusZero(text)
            ? null
            : $"must be a number in plain notation of at most {LongestNumber} characters";

    private static bool IsMinusZero(string text) => text[0] == '-' && !text.AsSpan().ContainsAnyInRange('1', '9');

    [GeneratedRegex(ValueLimits.CustomFieldKey, RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
