using AchieveApex.Infrastructure.Persistence.Events;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>
/// How many records of each kind an organization has, so that a list need not count them: kept by triggers of the database itself, in
/// the transaction of every change. Made from the model after every migration, so a new module has nothing to remember.
/// </summary>
internal static class RecordCounts
{
    public const string Table = "record_counts";

    /// <summary>Counts all records of one kind of the organization, the first parameter.</summary>
    public static string Total(string table) =>
        table == EventMap.Table
            ? $"SELECT coalesce(max(sequence), 0) + (SELECT count(*) FROM {table} WHERE organization_id = $1 AND sequence IS NULL) FROM {table} WHERE organization_id = $1"
            : $"SELECT CAST(coalesce(sum(count), 0) AS bigint) FROM {Table} WHERE organization_id = $1 AND record = '{table}'";

    /// <summary>What is counted.</summary>
    // Events are numbered, which tells as much.
    public static IEnumerable<string> TablesOf(AchieveApexDb db) =>
        RecordModel.In(db.Model).Select(type => type.GetTableName()!).Where(table => table != EventMap.Table);
}
