using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AchieveApex.Application.Resources;

/// <summary>JSON Merge Patch, RFC 7396, on fields: null gives a field its default, custom fields merge, everything else replaces.</summary>
internal static class MergePatch
{
    /// <summary>Changes fields that nobody else holds. Names that are no fields are passed over.</summary>
    /// <param name="target">The fields as they are.</param>
    /// <param name="patch">An object whose values can become the fields'.</param>
    public static void Apply<TFields>(TFields target, JsonElement patch)
        where TFields : class
    {
        foreach (var member in patch.EnumerateObject())
            if (Fields<TFields>.ByName.TryGetValue(member.Name, out var field))
                field.Set!(target, Value(field, target, member.Value));
    }

    private static object? Value<TFields>(JsonPropertyInfo field, TFields target, JsonElement value)
        where TFields : class =>
        value.ValueKind == JsonValueKind.Null ? field.Get!(Fields<TFields>.Defaults)
        : field.PropertyType == typeof(CustomValues) ? Merged((CustomValues)field.Get!(target)!, value)
        : value.Deserialize(field.PropertyType, WireFormat.Options);

    private static CustomValues Merged(CustomValues current, JsonElement patch)
    {
        var merged = new CustomValues();
        foreach (var (key, value) in current)
            merged[key] = value;
        foreach (var member in patch.EnumerateObject())
            if (member.Value.ValueKind == JsonValueKind.Null)
                merged.Remove(member.Name);
            else
                merged[member.Name] = member.Value.Clone();
        return merged;
    }

    private static class Fields<TFields>
        where TFields : class
    {
        public static readonly TFields Defaults = JsonSerializer.Deserialize<TFields>("{}", WireFormat.Options)!;

        public static readonly FrozenDictionary<string, JsonPropertyInfo> ByName = WireFormat
            .Options.GetTypeInfo(typeof(TFields))
            .Properties.Where(property => property.Set is not null)
            .ToFrozenDictionary(property => property.Name);
    }
}
