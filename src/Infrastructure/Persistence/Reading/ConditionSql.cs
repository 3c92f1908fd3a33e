using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>
/// Writes conditions as SQL. Their values become parameters, in the order in which <see cref="Condition{T}.Describe"/> tells them; a
/// condition on no value is true or false, never unknown, wherever that makes a difference.
/// </summary>
internal sealed class ConditionSql<TRecord>(IEntityType record, Dialect dialect, Func<IProperty, string> column)
{
    private readonly List<ValueBinder> binders = [];

    /// <summary>How the parameters that were written so far take their values.</summary>
    public IReadOnlyList<ValueBinder> Binders => [.. binders];

    /// <summary>The next parameter.</summary>
    public string Parameter(ValueBinder binder)
    {
        binders.Add(binder);
        return $"${binders.Count}";
    }

    /// <summary>A parameter that is held against a column.</summary>
    public string Parameter(IProperty property) => Parameter(dialect.BindOne(property.GetRelationalTypeMapping()));

    /// <summary>One sort key.</summary>
    public string Order(SortKey<TRecord> key)
    {
        var property = PropertyOf(key.Field.Property.Name);
        return dialect.Order(column(property), key.IsDescending, property.IsNullable);
    }

    public string Of(Condition<TRecord> condition) =>
        condition switch
        {
            Every<TRecord> every => $"({string.Join(" AND ", every.Parts.Select(Of))})",
            Any<TRecord> any => $"({string.Join(" OR ", any.Parts.Select(Of))})",
            Test<TRecord> test => Of(test),
            Behind<TRecord> behind => Of(behind),
            Search<TRecord> => dialect.IsFound(column(PropertyOf(nameof(Record.Id))), record.GetTableName()!, Parameter(dialect.BindWords)),
            _ => throw new InvalidOperationException($"{condition.GetType()} is not compiled."),
        };

    // Two rows are compared in one go: that is where an index of these columns can begin.
    private string Of(Behind<TRecord> behind)
    {
        var properties = behind.Fields.Select(field => PropertyOf(field.Property.Name)).ToList();
        var values = string.Join(", ", properties.Select(Parameter));
        return $"({string.Join(", ", properties.Select(column))}) {(behind.IsDescending ? '<' : '>')} ({values})";
    }

    private string Of(Test<TRecord> test)
    {
        var property = PropertyOf(test.Field.Property.Name);
        var value = column(property);
        return test.Operator switch
        {
            Operator.Equal => test.HasNull ? IsNull() : $"{value} = {One()}",
            Operator.NotEqual => test.HasNull ? IsNotNull() : OrNull($"{value} <> {One()}"),
            Operator.In => test.HasNull ? OrNull(dialect.IsAnyOf(value, Array())) : dialect.IsAnyOf(value, Array()),
            Operator.NotIn => test.HasNull ? AndNotNull(dialect.IsNoneOf(value, Array())) : OrNull(dialect.IsNoneOf(value, Array())),
            Operator.Less => $"{value} < {One()}",
            Operator.LessOrEqual => $"{value} <= {One()}",
            Operator.Greater => $"{value} > {One()}",
            Operator.GreaterOrEqual => $"{value} >= {One()}",
            Operator.Like => $"text_like({value}, {One()})",
            Operator.NotLike => OrNull($"NOT text_like({value}, {One()})"),
            Operator.ILike => $"text_ilike({value}, {One()})",
            _ => throw new InvalidOperationException($"{test.Operator} is not compiled."),
        };

        string One() => Parameter(property);

        string Array() => Parameter(dialect.BindArray(property.GetRelationalTypeMapping()));

        string IsNull() => property.IsNullable ? $"{value} IS NULL" : "FALSE";

        string IsNotNull() => property.IsNullable ? $"{value} IS NOT NULL" : "TRUE";

        string OrNull(string otherwise) => property.IsNullable ? $"({value} IS NULL OR {otherwise})" : otherwise;

        string AndNotNull(string also) => property.IsNullable ? $"({value} IS NOT NULL AND {also})" : also;
    }

    private IProperty PropertyOf(string name) =>
        record.FindProperty(name)
        ?? throw new InvalidOperationException($"{record.ClrType.Name}.{name} is not a column: it cannot be queried.");
}
