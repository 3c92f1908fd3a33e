namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>
/// SQLite's index of words, which triggers keep in step with its table. Made from the model after every migration, so a new module has
/// nothing to remember. It knows no organizations: it is read joined with its table alone, whose rows are the organization's.
/// </summary>
internal static class SearchIndex
{
    /// <summary>The index of a table.</summary>
    public static string Of(string table) => $"{table}_search";

    public static async Task Apply(AchieveApexDb db, CancellationToken cancellationToken)
    {
        foreach (var table in SearchedTables.In(db.Model))
        {
            var index = Of(table);
            // A migration that rebuilds a table drops its triggers, and what happened without them the index does not know.
            var isInStep = await db.Read<int>("SELECT 1 FROM sqlite_master WHERE name = {0}", [$"{index}_added"], cancellationToken) is [_];
            await db.Database.ExecuteSqlRawAsync(Tables(table, index), cancellationToken);
            if (!isInStep)
                await db.Database.ExecuteSqlRawAsync(Fill(index), cancellationToken);
        }
    }

    // The tokenizer ascii splits where there is a space, since all else that it would split at is in no word of ours.
    private static string Tables(string table, string index)
    {
        const string column = SearchedTables.Column;
        return $"""
            CREATE VIRTUAL TABLE IF NOT EXISTS {index}
                USING fts5 ({column}, content = '{table}', content_rowid = 'id', tokenize = 'ascii', detail = none);
            CREATE TRIGGER IF NOT EXISTS {index}_added AFTER INSERT ON {table} BEGIN
                INSERT INTO {index} (rowid, {column}) VALUES (new.id, new.{column});
            END;
            CREATE TRIGGER IF NOT EXISTS {index}_removed AFTER DELETE ON {table} BEGIN
                INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', old.id, old.{column});
            END;
            CREATE TRIGGER IF NOT EXISTS {index}_changed AFTER UPDATE OF {column} ON {table} WHEN old.{column} IS NOT new.{column} BEGIN
                INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', old.id, old.{column});
                INSERT INTO {index} (rowid, {column}) VALUES (new.id, new.{column});
            END;
            """;
    }

    private static string Fill(string index) => $"INSERT INTO {index} ({index}) VALUES ('rebuild')";
}
