using System.Linq.Expressions;
using System.Reflection;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>One field to sort by, in one direction. There is one for each, made once.</summary>
public abstract class SortKey<TEntity>
{
    /// <summary>The field's name on the wire.</summary>
    public abstract string Field { get; }

    /// <summary>Largest first.</summary>
    public abstract bool IsDescending { get; }

    /// <summary>Reads the field from a record.</summary>
    public abstract LambdaExpression Selector { get; }

    internal abstract IOrderedQueryable<TEntity> First(IQueryable<TEntity> records);

    internal abstract IOrderedQueryable<TEntity> Then(IOrderedQueryable<TEntity> records);

    internal static SortKey<TEntity> By(string name, PropertyInfo property, bool isDescending)
    {
        var record = Expression.Parameter(typeof(TEntity), "record");
        var selector = Expression.Lambda(Expression.Property(record, property), record);
        var type = typeof(Typed<>).MakeGenericType(typeof(TEntity), property.PropertyType);
        return (SortKey<TEntity>)Activator.CreateInstance(type, name, isDescending, selector)!;
    }

    private sealed class Typed<TField>(string name, bool isDescending, Expression<Func<TEntity, TField>> selector) : SortKey<TEntity>
    {
        public override string Field => name;

        public override bool IsDescending => isDescending;

        public override LambdaExpression Selector => selector;

        internal override IOrderedQueryable<TEntity> First(IQueryable<TEntity> records) =>
            isDescending ? records.OrderByDescending(selector) : records.OrderBy(selector);

        internal override IOrderedQueryable<TEntity> Then(IOrderedQueryable<TEntity> records) =>
            isDescending ? records.ThenByDescending(selector) : records.ThenBy(selector);
    }
}
