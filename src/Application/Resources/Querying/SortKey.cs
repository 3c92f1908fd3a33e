namespace AchieveApex.Application.Resources.Querying;

/// <summary>One field to sort by, in one direction: null is the smallest value.</summary>
/// <param name="field">What is compared.</param>
/// <param name="isDescending">Largest first.</param>
public sealed class SortKey<TEntity>(QueryField<TEntity> field, bool isDescending)
{
    public QueryField<TEntity> Field { get; } = field;

    public bool IsDescending { get; } = isDescending;

    public void Describe(QueryShape shape)
    {
        Field.Describe(shape);
        shape.Add(IsDescending ? 1 : 0);
    }
}
