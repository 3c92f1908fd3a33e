using System.Globalization;
using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>The first stage: bracketed names (<c>$or[0][name][$in][]=A</c>) become a tree. Nothing is known about fields here.</summary>
internal sealed class QueryTree
{
    private static readonly char[] Brackets = ['[', ']'];

    private readonly OrderedDictionary<string, QueryTree> members = new(StringComparer.Ordinal);
    private readonly List<QueryTree> appended = [];
    private readonly List<string> values = [];

    private QueryTree(string path) => Path = path;

    /// <summary>The name as it was written, up to this node.</summary>
    public string Path { get; }

    /// <summary>Whether this node was given a value, and not members.</summary>
    public bool HasValue => values.Count > 0;

    public static QueryTree Of(ListQuery query)
    {
        var root = new QueryTree("");
        foreach (var (name, value) in query.Parameters)
            root.Add(name, value);

        return root;
    }

    /// <summary>The one value.</summary>
    public string Value() =>
        values switch
        {
            [var value] => value,
            [] => throw new BadRequest($"{Quoted.Name(Path)} takes one value."),
            _ => throw new BadRequest($"{Quoted.Name(Path)} is given more than once."),
        };

    /// <summary>An array of values: repeated, by index, or appended. A single empty value is the empty array.</summary>
    public IReadOnlyList<string> Values()
    {
        List<string> array =
            values is [""] ? []
            : HasValue ? values
            : [.. Items().Select(item => item.Value())];

        if (array.Count > QueryLimits.Values)
            throw new BadRequest($"{Quoted.Name(Path)} has {array.Count} values. At most {QueryLimits.Values} are allowed.");

        return array;
    }

    /// <summary>An array of nodes, ordered by index; those appended with <c>[]</c> are last.</summary>
    public IReadOnlyList<QueryTree> Items()
    {
        var indexed = new SortedDictionary<int, QueryTree>();
        foreach (var (key, item) in members)
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                throw new BadRequest($"{Quoted.Name(Path)} is a list: {Quoted.Name(key)} is not an index.");
            if (!indexed.TryAdd(index, item))
                throw new BadRequest($"{Quoted.Name(item.Path)} is given more than once.");
        }

        return [.. indexed.Values, .. appended];
    }

    /// <summary>Named nodes, in the order of their first appearance.</summary>
    public IReadOnlyList<KeyValuePair<string, QueryTree>> Members() =>
        HasValue ? throw new BadRequest($"{Quoted.Name(Path)} takes no value of its own.")
        : appended.Count > 0 ? throw new BadRequest($"{Quoted.Name(Path)} is not a list: '[]' cannot follow it.")
        : members;

    private void Add(string name, string value)
    {
        var node = this;
        foreach (var key in Keys(name))
            node = node.Descend(key);

        if (node.members.Count > 0 || node.appended.Count > 0)
            throw Mixed(node.Path);

        node.values.Add(value);
    }

    private QueryTree Descend(string key)
    {
        if (HasValue)
            throw Mixed(Path);
        if (members.TryGetValue(key, out var member))
            return member;

        var child = new QueryTree(Path.Length == 0 ? key : $"{Path}[{key}]");
        if (key.Length == 0)
            appended.Add(child);
        else
            members.Add(key, child);

        return child;
    }

    private static List<string> Keys(string name)
    {
        var position = name.IndexOf('[', StringComparison.Ordinal);
        var keys = new List<string> { position < 0 ? name : name[..position] };
        if (keys[0].Length == 0 || keys[0].Contains(']', StringComparison.Ordinal))
            throw Malformed(name);

        while (position >= 0 && position < name.Length)
        {
            var close = name.IndexOfAny(Brackets, position + 1);
            if (name[position] != '[' || close < 0 || name[close] != ']')
                throw Malformed(name);
            if (keys.Count > QueryLimits.Brackets)
                throw new BadRequest($"{Quoted.Name(name)} is nested too deeply. At most {QueryLimits.Brackets} brackets are allowed.");

            keys.Add(name[(position + 1)..close]);
            position = close + 1;
        }

        return keys;
    }

    private static BadRequest Malformed(string name) => new($"{Quoted.Name(name)} is not a parameter name: its brackets do not match.");

    private static BadRequest Mixed(string path) =>
        new($"{Quoted.Name(path)} is given both a value and members. Write the value with an operator, for example [$in].");
}
