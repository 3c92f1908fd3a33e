using System.Text;

namespace AchieveApex.Support.Querying;

/// <summary>Answers a query the slow and obvious way, straight from the wire contract. It shares no code with the program.</summary>
public static class QueryOracle
{
    public static ModelPage Answer(
        ModelQuery query,
        IEnumerable<IReadOnlyDictionary<string, object?>> records,
        int defaultLimit,
        int maxLimit
    )
    {
        var matches = records.Where(record => Matches(query.Where, record)).ToList();
        matches.Sort((a, b) => Compare(query.Sort, a, b));
        var limit = Math.Min(query.Limit ?? defaultLimit, maxLimit);
        var skip = query.Skip ?? 0;
        return new(query.Total == false ? null : matches.Count, limit, skip, [.. matches.Skip(skip).Take(limit)]);
    }

    public static bool Matches(ModelGroup group, IReadOnlyDictionary<string, object?> record) =>
        group.Tests.All(test => Matches(test, record[test.Field.Name]))
        && (group.Or.Count == 0 || group.Or.Any(branch => Matches(branch, record)))
        && group.And.All(part => Matches(part, record));

    private static bool Matches(ModelTest test, object? value) =>
        test.Operator switch
        {
            "" => Equals(value, test.Operands[0]),
            "$ne" => !Equals(value, test.Operands[0]),
            "$in" => test.Operands.Any(operand => Equals(value, operand)),
            "$nin" => !test.Operands.Any(operand => Equals(value, operand)),
            "$lt" => value is not null && Compare(value, test.Operands[0]) < 0,
            "$lte" => value is not null && Compare(value, test.Operands[0]) <= 0,
            "$gt" => value is not null && Compare(value, test.Operands[0]) > 0,
            "$gte" => value is not null && Compare(value, test.Operands[0]) >= 0,
            "$like" => value is string text && IsLike(text, (string)test.Operands[0]!),
            "$notlike" => !(value is string text && IsLike(text, (string)test.Operands[0]!)),
            "$ilike" => value is string text && IsLike(Lower(text), Lower((string)test.Operands[0]!)),
            _ => throw new ArgumentException(test.Operator),
        };

    private static int Compare(
        IReadOnlyList<ModelSort> sort,
        IReadOnlyDictionary<string, object?> a,
        IReadOnlyDictionary<string, object?> b
    )
    {
        foreach (var key in sort)
        {
            var order = Compare(a[key.Field.Name], b[key.Field.Name]);
            if (order != 0)
                return key.IsDescending ? -order : order;
        }

        return sort is [.., { IsDescending: false }] ? Compare(a["id"], b["id"]) : Compare(b["id"], a["id"]);
    }

    /// <summary>Null is the smallest. Text is compared by code point, which is the order of its UTF-8 bytes.</summary>
    private static int Compare(object? a, object? b) =>
        (a, b) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string x, string y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y)),
            _ => ((IComparable)a).CompareTo(b),
        };

    private static string Lower(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.ToLowerInvariant(rune).ToString()));

    private static bool IsLike(string text, string pattern) => IsLike([.. text.EnumerateRunes()], [.. pattern.EnumerateRunes()]);

    private static bool IsLike(ReadOnlySpan<Rune> text, ReadOnlySpan<Rune> pattern)
    {
        if (pattern.IsEmpty)
            return text.IsEmpty;
        if (pattern[0].Value == '%')
            return IsLike(text, pattern[1..]) || (!text.IsEmpty && IsLike(text[1..], pattern));
        if (text.IsEmpty)
            return false;
        if (pattern[0].Value == '_')
            return IsLike(text[1..], pattern[1..]);

        var literal = pattern[0].Value == '\\' ? pattern[1..] : pattern;
        return literal[0] == text[0] && IsLike(text[1..], literal[1..]);
    }
}
