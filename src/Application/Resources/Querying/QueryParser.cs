using System.Globalization;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Custom;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>The way in: what was sent becomes a query, or 400 for the first thing wrong.</summary>
internal static class QueryParser
{
    private static readonly string[] Parameters = ["$limit", "$skip", "$cursor", "$sort", "$select", "$total", "$or", "$and"];
    private static readonly string[] SearchedParameters = [.. Parameters, "$search"];

    /// <param name="query">What was sent.</param>
    /// <param name="paging">How long pages are.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="custom">What the caller's organization added to the fields; null when nothing.</param>
    public static Query<TEntity> Parse<TEntity, TView>(ListQuery query, PagingOptions paging, QueryUse use, CustomFieldSet? custom = null)
        where TEntity : class
    {
        var fields = QueryFields<TEntity>.Of<TView>(custom);
        var result = new Query<TEntity>(null, [], fields.NewestFirst, null, Math.Min(paging.DefaultLimit, paging.MaxLimit), 0, true);
        if (query.Parameters.Count == 0)
            return result;

        var known = SearchText.IsKeptOf(typeof(TEntity)) ? SearchedParameters : Parameters;
        string? cursor = null;
        var conditions = new ConditionParser<TEntity>(fields);
        foreach (var (name, node) in QueryTree.Of(query).Members())
        {
            RefuseUnless(use, name, known);
            switch (name)
            {
                case ListQuery.DryRun when use is QueryUse.Select or QueryUse.Change:
                    Flag(node);
                    break;
                case "$limit":
                    result = result with { Limit = Count(node, paging.MaxLimit) };
                    break;
                case "$skip":
                    result = result with { Skip = Skip(node) };
                    break;
                case "$cursor":
                    cursor = node.Value();
                    break;
                case "$search":
                    conditions.AddSearch(node);
                    break;
                case "$sort":
                    result = result with { Sort = Sort(node, fields) };
                    break;
                case "$select":
                    result = result with { Select = Select(node, fields) };
                    break;
                case "$total":
                    result = result with { CountTotal = Flag(node) };
                    break;
                default:
                    conditions.Add(name, node);
                    break;
            }
        }

        if (cursor is not null && result.Skip > 0)
            throw new BadRequest("'$skip' cannot be used with '$cursor', which is a place already.");

        return result with
        {
            Where = conditions.Result,
            After = cursor is null ? [] : Cursor.Read(cursor, result.Sort),
        };
    }

    private static void RefuseUnless(QueryUse use, string name, string[] known)
    {
        var isParameter = name.StartsWith('$');
        if (isParameter && !known.Contains(name))
            throw new BadRequest($"Unknown parameter {Quoted.Name(name)}.{NearestName.Hint(name, known)}");
        if (use == QueryUse.Read && isParameter && name is not ("$select" or "$or" or "$and"))
            throw new BadRequest($"'{name}' cannot be used on one record: only conditions and $select can.");
        if (use == QueryUse.Change && isParameter && name is not ("$select" or "$search" or "$or" or "$and"))
            throw new BadRequest(
                $"'{name}' cannot be used on a change to many records: only conditions, $search, $select and {ListQuery.DryRun} can."
            );
        if (use == QueryUse.Select && name is not ("$select" or ListQuery.DryRun))
            throw new BadRequest($"{Quoted.Name(name)} cannot be used on a write: only $select and {ListQuery.DryRun} can.");
    }

    private static int Skip(QueryTree node) =>
        Count(node, QueryLimits.Skip + 1) is var skip && skip <= QueryLimits.Skip
            ? skip
            : throw new BadRequest(
                $"'$skip' can be at most {QueryLimits.Skip}. Go on with $cursor: each page's Link header holds the address of the next."
            );

    /// <summary>A whole number, lowered to the largest one that makes sense.</summary>
    private static int Count(QueryTree node, int largest)
    {
        var text = node.Value();
        if (text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new BadRequest($"'{node.Path}' must be a whole number of at least 0.");

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, largest) : largest;
    }

    private static bool Flag(QueryTree node) =>
        node.Value() switch
        {
            "true" => true,
            "false" => false,
            _ => throw new BadRequest($"'{node.Path}' must be true or false."),
        };

    private static IReadOnlyList<string> Select<TEntity>(QueryTree node, QueryFields<TEntity> fields)
        where TEntity : class =>
        node.Values() is { Count: > 0 } names ? fields.Select(names) : throw new BadRequest("'$select' needs at least one field.");

    /// <summary>The keys asked for, in the order of the query string, up to the id: it decides alone, so nothing after it matters.</summary>
    private static SortKey<TEntity>[] Sort<TEntity>(QueryTree node, QueryFields<TEntity> fields)
        where TEntity : class
    {
        if (node.HasValue)
            throw new BadRequest("'$sort' names its field: $sort[field]=1, or -1 for descending.");

        SortKey<TEntity>[] keys = [.. node.Members().Select(pair => Key(fields.Find(pair.Key), pair.Value))];
        var byId = Array.FindIndex(keys, key => key.Field.Name == fields.Id.Name);
        if (byId >= 0)
            return keys[..(byId + 1)];

        // In the direction of the key before it, so that one index serves the list and the same list reversed.
        return [.. keys, keys is [.., { IsDescending: false }] ? fields.Id.Ascending : fields.Id.Descending];
    }

    private static SortKey<TEntity> Key<TEntity>(QueryField<TEntity> field, QueryTree node) =>
        node.Value() switch
        {
            "1" => field.Ascending,
            "-1" => field.Descending,
            _ => throw new BadRequest($"{Quoted.Name(node.Path)} must be 1 (ascending) or -1 (descending)."),
        };
}
