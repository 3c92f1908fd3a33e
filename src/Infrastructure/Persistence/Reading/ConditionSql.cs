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
        var compared = Of(key.Field);
        return dialect.Order(compared.Sql, key.IsDescending, compared.IsNullable);
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
        var compared = behind.Fields.Select(Of).ToList();
        var values = string.Join(", ", compared.Select(one => Parameter(one.One())));
        return $"({string.Join(", ", compared.Select(one => one.Sql))}) {(behind.IsDescending ? '<' : '>')} ({values})";
    }

    private string Of(Test<TRecord> test)
    {
        var compared = Of(test.Field);
        var value = compared.Sql;
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

        string One() => Parameter(compared.One());

        string Array() => Parameter(compared.Array());

        string IsNull() => compared.IsNullable ? $"{value} IS NULL" : "FALSE";

        string IsNotNull() => compared.IsNullable ? $"{value} IS NOT NULL" : "TRUE";

        string OrNull(string otherwise) => compared.IsNullable ? $"({value} IS NULL OR {otherwise})" : otherwise;

        string AndNotNull(string also) => compared.IsNullable ? $"({value} IS NOT NULL AND {also})" : also;
    }

    private Compared Of(QueryField<TRecord> field)
    {
        var property = PropertyOf(field.Property.Name);
        return field.Custom is { } custom
            ? Compared.Custom(column(property), custom, dialect)
            : Compared.Column(column(property), property, dialect);
    }

    private IProperty PropertyOf(string name) =>
        record.FindProperty(name)
        ?? throw new InvalidOperationException($"{record.ClrType.Name}.{name} is not a column: it cannot be queried.");
}
