using System.Collections.Frozen;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>The operators as they are written. Equality has no name: it is <c>field=value</c>.</summary>
internal static class OperatorNames
{
    private static readonly FrozenDictionary<string, Operator> ByName = new Dictionary<string, Operator>
    {
        ["$ne"] = Operator.NotEqual,
        ["$in"] = Operator.In,
        ["$nin"] = Operator.NotIn,
        ["$lt"] = Operator.Less,
        ["$lte"] = Operator.LessOrEqual,
        ["$gt"] = Operator.Greater,
        ["$gte"] = Operator.GreaterOrEqual,
        ["$like"] = Operator.Like,
        ["$notlike"] = Operator.NotLike,
        ["$ilike"] = Operator.ILike,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name, in a fixed order for messages.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByName.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    public static Operator? Find(string name) => ByName.TryGetValue(name, out var found) ? found : null;

    /// <summary>The names that a type of field takes.</summary>
    public static IEnumerable<string> For(FieldType type) => All.Where(name => type.Takes(ByName[name]));
}
