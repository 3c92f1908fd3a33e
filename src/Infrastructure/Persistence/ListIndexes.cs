using System.Linq.Expressions;
using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Indexes that lists are filtered and sorted by.</summary>
internal static class ListIndexes
{
    /// <summary>
    /// Lists filtered or sorted by the field are read from an index: the organization, the field, and the id, which decides last. Each costs
    /// on every write, so it is for fields by which long lists are asked for.
    /// </summary>
    public static void IsListedBy<T, TValue>(this EntityTypeBuilder<T> record, Expression<Func<T, TValue>> field)
        where T : Record => record.HasIndex(nameof(Record.OrganizationId), ((MemberExpression)field.Body).Member.Name, nameof(Record.Id));
}
