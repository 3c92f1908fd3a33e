using System.Text;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>
/// One trigger for a whole statement, also for a COPY of many rows. An organization's count is spread over several rows by the
/// connection that writes, since whoever changes a row makes others wait until the end of its transaction.
/// </summary>
internal static class PostgresRecordCounts
{
    private const int Shards = 32;

    // The functions act as the owner: the program's role may look at the counts, not set them.
    private static readonly string Preparation = $"""
        CREATE TABLE IF NOT EXISTS {RecordCounts.Table} (
            organization_id bigint NOT NULL, record text COLLATE "C" NOT NULL, shard integer NOT NULL, count bigint NOT NULL,
            PRIMARY KEY (organization_id, record, shard)
        ) WITH (fillfactor = 50);
        {Function("count_added", "added", "count(*)")}
        {Function("count_removed", "removed", "-count(*)")}
        """;

    /// <summary>Makes what is missing. A table that has its triggers is left alone.</summary>
    public static void Add(StringBuilder script, IEnumerable<string> tables)
    {
        script.AppendLine(Preparation);
        foreach (var table in tables)
            script.AppendLine(Triggers(table));
    }

    /// <summary>Once the program's role was given its rights.</summary>
    public static void Restrict(StringBuilder script) =>
        script.AppendLine($"REVOKE INSERT, UPDATE, DELETE ON {RecordCounts.Table} FROM {RowSecurity.Role};");

    private static string Function(string name, string rows, string count) =>
        $"""
            CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $function$
            BEGIN
                INSERT INTO {RecordCounts.Table} AS known (organization_id, record, shard, count)
                SELECT organization_id, TG_TABLE_NAME, pg_backend_pid() % {Shards}, {count} FROM {rows} GROUP BY organization_id ORDER BY organization_id
                ON CONFLICT (organization_id, record, shard) DO UPDATE SET count = known.count + excluded.count;
                RETURN NULL;
            END $function$;
            """;

    // Making a trigger lets nobody write until the transaction ends, so nothing is missed and nothing counted twice.
    private static string Triggers(string table) =>
        $"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'count_added' AND tgrelid = '{table}'::regclass) THEN
                    CREATE TRIGGER count_added AFTER INSERT ON {table} REFERENCING NEW TABLE AS added
                        FOR EACH STATEMENT EXECUTE FUNCTION count_added();
                    CREATE TRIGGER count_removed AFTER DELETE ON {table} REFERENCING OLD TABLE AS removed
                        FOR EACH STATEMENT EXECUTE FUNCTION count_removed();
                    DELETE FROM {RecordCounts.Table} WHERE record = '{table}';
                    INSERT INTO {RecordCounts.Table} SELECT organization_id, '{table}', 0, count(*) FROM {table} GROUP BY organization_id;
                END IF;
            END $$;
            """;
}
