namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>
/// Makes (organization_id, id) the primary key of each table of records. While an index of the id alone is there, PostgreSQL reads the
/// newest records of an organization from it, past those of all others. Made from the model after every migration.
/// </summary>
internal static class OrganizationFirst
{
    public static string Script(AchieveApexDb db) =>
        string.Join('\n', RecordModel.In(db.Model).Select(type => Script(type.GetTableName()!, type.FindPrimaryKey()!.GetName()!)));

    private static string Script(string table, string key) =>
        $"""
            DO $$ BEGIN
                IF EXISTS (SELECT FROM pg_constraint WHERE conname = '{key}' AND conrelid = '{table}'::regclass AND cardinality(conkey) = 1) THEN
                    ALTER TABLE {table} DROP CONSTRAINT {key}, ADD CONSTRAINT {key} PRIMARY KEY (organization_id, id);
                END IF;
            END $$;
            """;
}
