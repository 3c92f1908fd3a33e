namespace AchieveApex.Application.Resources.Querying;

/// <summary>A query that was understood.</summary>
/// <param name="Where">Which records; null for all. The organization filter is not part of it and cannot be reached from it.</param>
/// <param name="After">
/// Which of them come after the place that <c>$cursor</c> names, in parts of which each follows the one before; none for all. They are
/// counted all the same.
/// </param>
/// <param name="Sort">The order, at least one key; the last one is the id.</param>
/// <param name="Select">The fields to show, in the view's order; null for all.</param>
/// <param name="Limit">The largest number of records on the page, 0 included.</param>
/// <param name="Skip">How many matches to pass over.</param>
/// <param name="CountTotal">Whether all matches are to be counted.</param>
public sealed record Query<TEntity>(
    Condition<TEntity>? Where,
    IReadOnlyList<Condition<TEntity>> After,
    IReadOnlyList<SortKey<TEntity>> Sort,
    IReadOnlyList<string>? Select,
    int Limit,
    int Skip,
    bool CountTotal
);
