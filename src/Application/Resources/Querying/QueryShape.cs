using System.Runtime.InteropServices;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>What is the same in all queries that differ in their values alone, and beside it those values.</summary>
public sealed class QueryShape
{
    private readonly List<char> key = new(32);
    private readonly List<object> values = [];

    /// <summary>Equal for two queries of one record type exactly when one statement serves both.</summary>
    public ReadOnlySpan<char> Key => CollectionsMarshal.AsSpan(key);

    /// <summary>One for each parameter, in their order; of an array the array.</summary>
    public IReadOnlyList<object> Values => values;

    /// <summary>Adds to the key. What follows has to be clear from what went before.</summary>
    public void Add(int part) => key.Add((char)part);

    /// <summary>Adds a group.</summary>
    public void Add<TEntity>(char kind, IReadOnlyList<Condition<TEntity>> parts)
    {
        Add(kind);
        Add(parts.Count);
        foreach (var part in parts)
            part.Describe(this);
    }

    public void AddValue(object value) => values.Add(value);
}
