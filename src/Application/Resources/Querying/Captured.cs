using System.Linq.Expressions;
using System.Reflection;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>Holds a value the way a compiler's closure does, which is what EF turns into a parameter.</summary>
internal sealed class Captured<T>(T value)
{
    private static readonly PropertyInfo ValueProperty = typeof(Captured<T>).GetProperty(nameof(Value))!;

    public T Value { get; } = value;

    public static MemberExpression Member(T value) => Expression.Property(Expression.Constant(new Captured<T>(value)), ValueProperty);
}
