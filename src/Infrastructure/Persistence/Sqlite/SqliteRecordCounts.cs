namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>Triggers for each row: SQLite has no others, and they are cheap.</summary>
internal static class SqliteRecordCounts
{
    // A migration that rebuilds a table drops its triggers; then they are made, and everything is counted, anew.
    public static async Task Apply(AchieveApexDb db, CancellationToken cancellationToken)
    {
        var made = await db.Read<string>(
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'count_added_%'",
            [],
            cancellationToken
        );
        var missing = RecordCounts.TablesOf(db).Except(made).ToList();
        if (missing.Count == 0)
            return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var script in missing.Select(Script).Prepend(Table))
            await db.Database.ExecuteSqlRawAsync(script, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private const string Table = $"""
        CREATE TABLE IF NOT EXISTS {RecordCounts.Table} (
            organization_id INTEGER NOT NULL, record TEXT NOT NULL, shard INTEGER NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (organization_id, record, shard)
        ) WITHOUT ROWID;
        """;

    private static string Script(string table) =>
        $"""
            {Trigger(table, "added", "INSERT", "NEW", 1)}
            {Trigger(table, "removed", "DELETE", "OLD", -1)}
            DELETE FROM {RecordCounts.Table} WHERE record = '{table}';
            INSERT INTO {RecordCounts.Table} SELECT organization_id, '{table}', 0, count(*) FROM {table} GROUP BY organization_id;
            """;

    private static string Trigger(string table, string name, string change, string row, int count) =>
        $"""
            CREATE TRIGGER IF NOT EXISTS count_{name}_{table} AFTER {change} ON {table} BEGIN
                INSERT INTO {RecordCounts.Table} VALUES ({row}.organization_id, '{table}', 0, {count})
                ON CONFLICT (organization_id, record, shard) DO UPDATE SET count = count + excluded.count;
            END;
            """;
}
