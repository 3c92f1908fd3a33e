using System.Linq.Expressions;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>The third stage: conditions become one expression that EF translates, and that means the same run in memory.</summary>
internal static class QueryCompiler
{
    private static readonly Expression True = Expression.Constant(true);
    private static readonly Expression False = Expression.Constant(false);

    public static Expression<Func<TEntity, bool>>? Compile<TEntity>(Condition<TEntity>? condition)
    {
        if (condition is null)
            return null;

        var record = Expression.Parameter(typeof(TEntity), "record");
        return Expression.Lambda<Func<TEntity, bool>>(Compile(condition, record), record);
    }

    private static Expression Compile<TEntity>(Condition<TEntity> condition, Expression record) =>
        condition switch
        {
            Every<TEntity> every => every.Parts.Select(part => Compile(part, record)).Aggregate(Expression.AndAlso),
            Any<TEntity> any => any.Parts.Select(part => Compile(part, record)).Aggregate(Expression.OrElse),
            Test<TEntity> test => Compile(test, Expression.Property(record, test.Field.Property)),
            _ => throw new InvalidOperationException($"{condition.GetType()} is not compiled."),
        };

    private static Expression Compile<TEntity>(Test<TEntity> test, Expression value)
    {
        var field = test.Field;
        return test.Operator switch
        {
            Operator.Equal => Operand() is { } operand ? Expression.Equal(value, operand) : IsNull(),
            Operator.NotEqual => Operand() is { } operand ? OrNull(Expression.NotEqual(value, operand)) : IsNotNull(),
            Operator.In => test.Operands.Contains(null) ? OrNull(Contains()) : AndNotNull(Contains()),
            Operator.NotIn => test.Operands.Contains(null) ? AndNotNull(Not(Contains())) : OrNull(Not(Contains())),
            Operator.Less => Ordered(Expression.LessThan),
            Operator.LessOrEqual => Ordered(Expression.LessThanOrEqual),
            Operator.Greater => Ordered(Expression.GreaterThan),
            Operator.GreaterOrEqual => Ordered(Expression.GreaterThanOrEqual),
            Operator.Like => Matches(TextPattern.Like),
            Operator.NotLike => OrNull(Not(Matches(TextPattern.Like))),
            Operator.ILike => Matches(TextPattern.ILike),
            _ => throw new InvalidOperationException($"{test.Operator} is not compiled."),
        };

        Expression? Operand() => test.Operands[0] is { } operand ? As(value.Type, field.Type.Capture(operand)) : null;

        // EF knows string.Compare as the plain comparison of its operands.
        Expression Ordered(Func<Expression, Expression, Expression> compare) =>
            !field.Type.IsText
                ? compare(value, Operand()!)
                : AndNotNull(
                    compare(
                        Expression.Call(new Func<string, string, int>(string.Compare).Method, value, Operand()!),
                        Expression.Constant(0)
                    )
                );

        Expression Matches(Func<string?, string, bool> function) => Expression.Call(function.Method, value, Operand()!);

        Expression Contains() =>
            test.Operands.OfType<object>().ToList() is { Count: > 0 } operands
                ? field.Type.Contains(operands, Nullable.GetUnderlyingType(value.Type) is { } type ? As(type, value) : value)
                : False;

        Expression IsNull() => field.IsNullable ? Expression.Equal(value, Expression.Constant(null, value.Type)) : False;

        Expression IsNotNull() => field.IsNullable ? Expression.NotEqual(value, Expression.Constant(null, value.Type)) : True;

        Expression OrNull(Expression otherwise) =>
            !field.IsNullable || otherwise == True ? otherwise
            : otherwise == False ? IsNull()
            : Expression.OrElse(IsNull(), otherwise);

        Expression AndNotNull(Expression also) =>
            !field.IsNullable || also == False ? also
            : also == True ? IsNotNull()
            : Expression.AndAlso(IsNotNull(), also);
    }

    private static Expression Not(Expression condition) => condition == False ? True : Expression.Not(condition);

    private static Expression As(Type type, Expression value) => value.Type == type ? value : Expression.Convert(value, type);
}
