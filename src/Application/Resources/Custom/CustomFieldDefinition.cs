using System.Globalization;
using System.Text.Json;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources.Custom;

/// <summary>A field that an organization added to one kind of record.</summary>
/// <param name="Key">Its name in <c>custom_fields</c>.</param>
/// <param name="Type">What its values are.</param>
/// <param name="IsRequired">Whether a new record has to have it, and nobody may take it away.</param>
/// <param name="Options">What an enum can be.</param>
/// <param name="Label">What people call it.</param>
public sealed record CustomFieldDefinition(string Key, CustomFieldType Type, bool IsRequired, IReadOnlyList<string> Options, string Label)
{
    /// <summary>The field of a record that holds the values of all.</summary>
    public const string Holder = "custom_fields";

    /// <summary>What stands before the key where a field is named by one name.</summary>
    public const string Prefix = Holder + ".";

    private readonly Func<JsonElement, string?> check = CheckOf(Type, Options);

    /// <summary>How the field is named in a query, for example <c>custom_fields.score</c>.</summary>
    public string Name => Prefix + Key;

    /// <summary>The type as which its values are compared: a text, a decimal number or true and false.</summary>
    public Type ComparedAs =>
        Type switch
        {
            CustomFieldType.WholeNumber or CustomFieldType.Number => typeof(decimal),
            CustomFieldType.Boolean => typeof(bool),
            _ => typeof(string),
        };

    /// <summary>The operators that a query can hold it against values with, besides equality; none when it cannot be filtered or sorted by.</summary>
    public IReadOnlyList<string> Operators => Written is { } written ? [.. OperatorNames.For(written)] : [];

    /// <summary>How its values are written in a query; null when it cannot be filtered or sorted by.</summary>
    internal FieldType? Written =>
        Type switch
        {
            CustomFieldType.MultiEnum => null,
            // An option that was removed is still found.
            CustomFieldType.Enum => FieldTypes.Of(typeof(string)),
            CustomFieldType.Number => FieldTypes.BinaryDecimal,
            _ => FieldTypes.Of(ValueTypeOf(Type)),
        };

    /// <summary>The type of its values, those of lists apart.</summary>
    public static Type ValueTypeOf(CustomFieldType type) =>
        type switch
        {
            CustomFieldType.WholeNumber => typeof(long),
            CustomFieldType.Number => typeof(decimal),
            CustomFieldType.Boolean => typeof(bool),
            CustomFieldType.Date => typeof(DateOnly),
            CustomFieldType.Datetime => typeof(DateTimeOffset),
            _ => typeof(string),
        };

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? ProblemOf(JsonElement value) => check(value);

    /// <summary>A value of a query as it is compared with those that are stored.</summary>
    public object Compared(object value) =>
        ComparedAs == typeof(string) ? FieldType.Write(value)
        : ComparedAs == typeof(decimal) ? Convert.ToDecimal(value, CultureInfo.InvariantCulture)
        : value;

    /// <summary>A value in the form in which equal ones are equal texts.</summary>
    public JsonElement Stored(JsonElement value) =>
        Type == CustomFieldType.Datetime
            ? JsonSerializer.SerializeToElement(value.Deserialize<DateTimeOffset>(WireFormat.Options), WireFormat.Options)
            : value;

    /// <summary>A record's value as a query has it; null when it has none of the type.</summary>
    internal string? TextIn(CustomValues values) =>
        !values.TryGetValue(Key, out var value) ? null
        : ComparedAs == typeof(string) ? (value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        : check(value) is null ? value.GetRawText()
        : null;

    /// <summary>The same, read again: what is compared as text may be any, since the database does not ask either. Null when it is no value.</summary>
    internal object? ValueOf(string text) => ComparedAs == typeof(string) ? text : Written!.ReadOrNull(text);

    private static Func<JsonElement, string?> CheckOf(CustomFieldType type, IReadOnlyList<string> options)
    {
        if (type == CustomFieldType.Enum)
            return ValueCheck.OneOf(options);
        if (type == CustomFieldType.MultiEnum)
            return SomeOf(options);

        var check = ValueCheck.For(ValueTypeOf(type));
        return type == CustomFieldType.WholeNumber ? value => check(value) ?? Exact(value) : check;
    }

    private static Func<JsonElement, string?> SomeOf(IReadOnlyList<string> options)
    {
        var one = ValueCheck.OneOf(options);
        return value =>
            ValueCheck.Texts(value) is { } problem ? problem
            : value.EnumerateArray().Select(one).FirstOrDefault(item => item is not null) is { } wrong ? $"must be a list: each {wrong}"
            : value.EnumerateArray().DistinctBy(item => item.GetString()).Count() < value.GetArrayLength() ? "must hold each option once"
            : null;
    }

    private static string? Exact(JsonElement value) =>
        Math.Abs((decimal)value.GetInt64()) <= ValueLimits.LargestId
            ? null
            : $"must be a whole number from -{ValueLimits.LargestId} to {ValueLimits.LargestId}";
}
