namespace AchieveApex.Application.Resources.Querying;

/// <summary>Puts records into the order a query asks for.</summary>
public static class Sorting
{
    /// <summary>Sorts by the first key, records that are equal in it by the second, and so on. There is at least one key.</summary>
    public static IOrderedQueryable<T> OrderedBy<T>(this IQueryable<T> records, IReadOnlyList<SortKey<T>> sort)
    {
        var ordered = sort[0].First(records);
        for (var i = 1; i < sort.Count; i++)
            ordered = sort[i].Then(ordered);

        return ordered;
    }
}
