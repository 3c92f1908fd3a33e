using System.Globalization;

namespace AchieveApex.Client;

/// <summary>Conditions and order, as the server reads them: <c>new Query().Where("lead_score", "$gte", 7).Sort("id", descending: true)</c>.</summary>
public sealed class Query
{
    private readonly List<string> parts = [];

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => parts.Count == 0;

    /// <summary>The field has to equal the value; null is no value.</summary>
    public Query Where(string field, object? value) => Add(field, value);

    /// <summary>The field is held against the value by an operator: <c>$ne</c>, <c>$lt</c>, <c>$lte</c>, <c>$gt</c>, <c>$gte</c>, <c>$like</c>, <c>$notlike</c>, <c>$ilike</c>.</summary>
    public Query Where(string field, string @operator, object? value) => Add($"{field}[{@operator}]", value);

    /// <summary>The field has to equal one of the values; with none of them nothing matches.</summary>
    public Query WhereIn(string field, params object?[] values)
    {
        if (values.Length == 0)
            return Add($"{field}[$in]", null);

        for (var i = 0; i < values.Length; i++)
            Add($"{field}[$in][{i}]", values[i]);

        return this;
    }

    /// <summary>A key to sort by; the first one counts most.</summary>
    public Query Sort(string field, bool descending = false) => Add($"$sort[{field}]", descending ? -1 : 1);

    public override string ToString() => string.Join('&', parts);

    private Query Add(string name, object? value)
    {
        parts.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(TextOf(value))}");
        return this;
    }

    private static string TextOf(object? value) =>
        value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
