using System.Data.Common;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>
/// Records with which something is to be done when a time has come, of all organizations. Seen of them is only which they are; what is
/// done is done in the organization of each.
/// </summary>
internal static class DueRecords
{
    private const string Mark = "AchieveApex:DueAt";
    private const int Most = 1000;

    /// <summary>A property holds when something is to be done with the record; null: nothing is.</summary>
    public static void IsDueAt<T>(this EntityTypeBuilder<T> record, string property)
        where T : Record
    {
        record.HasAnnotation(Mark, property);
        record.HasIndex(property).HasFilter($"{WireFormat.NameOf(property)} IS NOT NULL");
    }

    /// <summary>Those whose time has come, the longest waiting first, and at most 1000.</summary>
    public static Task<IReadOnlyList<DueRecord>> Of<T>(AchieveApexDb db, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Record => db.Due(db.Model.FindEntityType(typeof(T))!, now, cancellationToken);

    /// <summary>Every kind of record that can be due.</summary>
    public static IEnumerable<IEntityType> Types(AchieveApexDb db) => RecordModel.In(db.Model).Where(type => type[Mark] is not null);

    /// <param name="type">A kind of record that can be due.</param>
    /// <param name="now">The parameter that is the time.</param>
    public static string Select(IEntityType type, string now)
    {
        var (table, time) = (type.GetTableName(), type.FindProperty((string)type[Mark]!)!.GetColumnName());
        return $"SELECT organization_id, id FROM {table} WHERE {time} <= {now} ORDER BY {time} LIMIT {Most}";
    }
}

/// <summary>A record whose time has come.</summary>
internal sealed record DueRecord(long OrganizationId, long Id)
{
    /// <summary>The two columns of a row.</summary>
    public static DueRecord Of(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1));
}
