using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace AchieveApex.Application.Resources;

/// <summary>The names that a body may hold: those that are written, and those that are read only and therefore passed over.</summary>
internal sealed class InputContract
{
    private readonly FrozenDictionary<string, Func<JsonElement, string?>> writable;
    private readonly FrozenSet<string> readOnly;

    private InputContract(Type fields, Type? view)
    {
        writable = Members(fields).ToFrozenDictionary(member => WireFormat.NameOf(member.Name), member => ValueCheck.For(member));
        readOnly = view is null ? FrozenSet<string>.Empty : Members(view).Select(member => WireFormat.NameOf(member.Name)).ToFrozenSet();
    }

    /// <summary>What is wrong with a member of the body; null when nothing is.</summary>
    public string? ProblemOf(JsonProperty member)
    {
        if (writable.TryGetValue(member.Name, out var check))
            return check(member.Value);

        if (readOnly.Contains(member.Name))
            return null;

        var nearest = NearestName.Of(member.Name, writable.Keys);
        return nearest is null ? "is not a known field" : $"is not a known field; did you mean '{nearest}'?";
    }

    public bool IsWritable(string name) => writable.ContainsKey(name);

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always });

    /// <summary>Built once for each pair of types.</summary>
    public static class Of<TFields, TView>
    {
        public static readonly InputContract Instance = new(typeof(TFields), typeof(TView) == typeof(TFields) ? null : typeof(TView));
    }
}
