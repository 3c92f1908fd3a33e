using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>Makes a view of a row, by the model's own type mappings.</summary>
internal static class Materializer
{
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(DbDataReader), "row");

    /// <summary>Compiles it for rows that hold these columns in this order.</summary>
    public static Func<DbDataReader, TView> Of<TView>(IReadOnlyList<ViewColumn> columns) =>
        Expression
            .Lambda<Func<DbDataReader, TView>>(
                Expression.MemberInit(
                    Expression.New(Constructor(typeof(TView))),
                    columns.Select((column, place) => Expression.Bind(column.Member, Value(column, place)))
                ),
                Row
            )
            .Compile();

    // A record's own may be hidden: then only its factory methods make one.
    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])!;

    private static Expression Value(ViewColumn column, int place)
    {
        var type = column.Member is FieldInfo field ? field.FieldType : ((PropertyInfo)column.Member).PropertyType;
        var value = As(type, NotNull(column, Expression.Constant(place)));
        return column.IsNullable
            ? Expression.Condition(
                Expression.Call(Row, nameof(DbDataReader.IsDBNull), null, Expression.Constant(place)),
                Expression.Default(type),
                value
            )
            : value;
    }

    private static Expression NotNull(ViewColumn column, Expression place)
    {
        var mapping = column.Property.GetRelationalTypeMapping();
        var method = mapping.GetDataReaderMethod();
        var value = mapping.CustomizeDataReaderExpression(Expression.Call(As(method.DeclaringType!, Row), method, place));
        return mapping.Converter?.ConvertFromProviderExpression is { } convert
            ? ReplacingExpressionVisitor.Replace(convert.Parameters[0], As(convert.Parameters[0].Type, value), convert.Body)
            : value;
    }

    private static Expression As(Type type, Expression value) =>
        value.Type == type || (value is ParameterExpression && type.IsAssignableFrom(value.Type)) ? value : Expression.Convert(value, type);
}
