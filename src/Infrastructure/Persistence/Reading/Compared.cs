using AchieveApex.Application.Resources.Custom;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>What a condition or a sort compares: a column, or a value in the column of custom fields.</summary>
/// <param name="Sql">How it is read.</param>
/// <param name="IsNullable">Whether a record may have no value.</param>
/// <param name="One">Binds a value that it is held against.</param>
/// <param name="Array">Binds several.</param>
internal sealed record Compared(string Sql, bool IsNullable, Func<ValueBinder> One, Func<ValueBinder> Array)
{
    public static Compared Column(string column, IProperty property, Dialect dialect)
    {
        var mapping = property.GetRelationalTypeMapping();
        return new(column, property.IsNullable, () => dialect.BindOne(mapping), () => dialect.BindArray(mapping));
    }

    public static Compared Custom(string column, CustomFieldDefinition field, Dialect dialect) =>
        new(dialect.Custom(column, field), true, () => dialect.BindOne(field), () => dialect.BindArray(field));
}
