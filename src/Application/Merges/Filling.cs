using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AchieveApex.Application.Merges;

/// <summary>Which fields one record takes from another, as a merge patch: those that it has not.</summary>
internal static class Filling
{
    /// <param name="into">The fields of the one that takes.</param>
    /// <param name="from">The fields of the other.</param>
    /// <param name="except">Fields that are decided already.</param>
    public static JsonObject Of<TRecord>(JsonObject into, JsonObject from, IEnumerable<string> except)
    {
        var filled = Missing(into, from, isBlankMissing: true);
        foreach (var (amount, unit) in Measured<TRecord>())
            if (!IsMissing(into[unit]) && !JsonNode.DeepEquals(into[unit], from[unit]))
                filled.Remove(amount); // it would be another amount
        foreach (var field in except)
            filled.Remove(field);
        return filled;
    }

    /// <summary>The patch that takes off a record again what it was filled with, as far as it is there still.</summary>
    public static JsonObject Back(JsonObject fields, JsonElement filled)
    {
        var back = new JsonObject();
        foreach (var member in filled.EnumerateObject())
            if (fields[member.Name] is JsonObject inner && member.Value.ValueKind == JsonValueKind.Object)
                back[member.Name] = Back(inner, member.Value);
            else if (JsonNode.DeepEquals(fields[member.Name], JsonSerializer.SerializeToNode(member.Value)))
                back[member.Name] = null;

        return back;
    }

    // What the organization keeps there is not judged: a blank is a value.
    private static JsonObject Missing(JsonObject into, JsonObject from, bool isBlankMissing)
    {
        var missing = new JsonObject();
        foreach (var (name, value) in from.Where(member => !IsMissing(member.Value)))
            if (value is JsonObject inner && into[name] is JsonObject own)
                missing[name] = Missing(own, inner, isBlankMissing: false);
            else if (into[name] is null || (isBlankMissing && IsMissing(into[name])))
                missing[name] = value!.DeepClone();

        foreach (var (name, _) in missing.Where(member => member.Value is JsonObject { Count: 0 }).ToList())
            missing.Remove(name);
        return missing;
    }

    private static bool IsMissing(JsonNode? value) =>
        value is null || (value is JsonValue text && text.TryGetValue<string>(out var characters) && string.IsNullOrWhiteSpace(characters));

    private static IEnumerable<(string Amount, string Unit)> Measured<TRecord>() =>
        from property in typeof(TRecord).GetProperties()
        let unit = property.GetCustomAttribute<MeasuredInAttribute>()?.Unit
        where unit is not null
        select (WireFormat.NameOf(property.Name), WireFormat.NameOf(unit));
}
