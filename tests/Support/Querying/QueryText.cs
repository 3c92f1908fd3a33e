using System.Globalization;

namespace AchieveApex.Support.Querying;

/// <summary>Writes a query as one of the many query strings that mean the same: other order, other indices, <c>[]</c>, other encoding.</summary>
public sealed class QueryText
{
    private readonly Random random;
    private readonly List<KeyValuePair<string, string>> parameters = [];

    private QueryText(int seed) => random = new(seed);

    /// <summary>The query string, without a question mark. Each seed writes it in another way.</summary>
    public static string Of(ModelQuery query, int seed)
    {
        var text = new QueryText(seed);
        text.Add(query.Where, name => name);
        text.Add("$limit", query.Limit);
        text.Add("$skip", query.Skip);
        if (query.Total is { } total)
            text.Add("$total", total ? "true" : "false");

        return text.Write(query.Sort);
    }

    private string Write(IReadOnlyList<ModelSort> sort)
    {
        var all = parameters.ToArray();
        random.Shuffle(all);
        var shuffled = all.ToList();

        // Only the order of the sort keys means something.
        var position = 0;
        foreach (var key in sort)
        {
            position = random.Next(position, shuffled.Count + 1);
            shuffled.Insert(position++, new($"$sort[{key.Field.Name}]", key.IsDescending ? "-1" : "1"));
        }

        return string.Join('&', shuffled.Select(pair => $"{Encode(pair.Key)}={Encode(pair.Value)}"));
    }

    private void Add(ModelGroup group, Func<string, string> path)
    {
        foreach (var test in group.Tests)
            Add(test, test.Operator.Length == 0 ? path(test.Field.Name) : $"{path(test.Field.Name)}[{test.Operator}]");

        Add(group.Or, path("$or"));
        Add(group.And, path("$and"));
    }

    private void Add(IReadOnlyList<ModelGroup> groups, string path)
    {
        foreach (var (group, index) in groups.Zip(Indices(groups.Count)))
            Add(group, name => $"{path}[{index}][{name}]");
    }

    private void Add(ModelTest test, string path)
    {
        string[] values = [.. test.Operands.Select(Write)];
        if (test.Operator is not ("$in" or "$nin"))
            Add(path, values[0]);
        else if (values.Length == 0)
            Add(path, "");
        else if (values is not [""] && random.Next(3) == 0)
            AddAll(values.Select(value => (path, value)));
        else if (random.Next(2) == 0)
            AddAll(values.Select(value => ($"{path}[]", value)));
        else
            AddAll(values.Zip(Indices(values.Length), (value, index) => ($"{path}[{index}]", value)));
    }

    private void AddAll(IEnumerable<(string Name, string Value)> pairs)
    {
        foreach (var (name, value) in pairs)
            Add(name, value);
    }

    private void Add(string name, int? value)
    {
        if (value is { } given)
            Add(name, given.ToString(CultureInfo.InvariantCulture));
    }

    private void Add(string name, string value) => parameters.Add(new(name, value));

    private int[] Indices(int count)
    {
        var indices = Enumerable.Range(0, count + 5).ToArray();
        random.Shuffle(indices);
        return indices[..count];
    }

    private string Write(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            bool flag => flag ? "true" : "false",
            DateTimeOffset time when random.Next(2) == 0 => time.ToUniversalTime()
                .ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToOffset(TimeSpan.FromMinutes(random.Next(-600, 600))).ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException(value.ToString()),
        };

    /// <summary>As browsers do it, or with raw brackets as people do it.</summary>
    private string Encode(string text)
    {
        var encoded = Uri.EscapeDataString(text);
        return random.Next(2) == 0
            ? encoded
            : encoded
                .Replace("%5B", "[", StringComparison.Ordinal)
                .Replace("%5D", "]", StringComparison.Ordinal)
                .Replace("%20", "+", StringComparison.Ordinal);
    }
}
