using System.Text;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.ApiKeys;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>
/// PostgreSQL's own fence: requests run as a role that owns nothing, and each table with an organization shows that role only the rows of the
/// organization of its session. Made from the model after every migration, so a new module has nothing to remember.
/// </summary>
internal static class RowSecurity
{
    public const string Role = "achieveapex_app";

    // The role belongs to the whole server, where others may be making it at this moment.
    private const string Preparation = $$"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{{Role}}') THEN
                BEGIN CREATE ROLE {{Role}} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
            END IF;
            BEGIN GRANT {{Role}} TO CURRENT_USER; EXCEPTION WHEN insufficient_privilege THEN NULL; END; -- then somebody else granted it
        END $$;
        GRANT USAGE ON SCHEMA public TO {{Role}};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {{Role}};
        GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {{Role}};
        REVOKE ALL ON "__EFMigrationsHistory" FROM {{Role}};
        GRANT SELECT ON "__EFMigrationsHistory" TO {{Role}};
        CREATE OR REPLACE FUNCTION text_like(value text, pattern text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
            RETURN value LIKE pattern;
        CREATE OR REPLACE FUNCTION text_ilike(value text, pattern text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
            RETURN replace(lower(value COLLATE "und-x-icu"), 'ς', 'σ') LIKE replace(lower(pattern COLLATE "und-x-icu"), 'ς', 'σ');
        """;

    private static readonly string FindKey = $$"""
        CREATE OR REPLACE FUNCTION find_api_key(wanted bytea)
            RETURNS TABLE (id bigint, organization_id bigint, user_id bigint, scopes text, allowed_ips text, allow_bulk boolean,
                           expires_at timestamptz, permissions text, max_requests integer, window_seconds integer)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $function$
            {{KeyRow.Select.Replace("{0}", "wanted", StringComparison.Ordinal).Replace(
            "k.scopes, k.allowed_ips",
            "k.scopes::text, k.allowed_ips::text",
            StringComparison.Ordinal
        ).Replace("r.permissions", "r.permissions::text", StringComparison.Ordinal)}}
            $function$;
        REVOKE ALL ON FUNCTION find_api_key(bytea) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION find_api_key(bytea) TO {{Role}};
        """;

    /// <summary>What finds the records of a kind that are due, past the fence: it shows nothing but which they are.</summary>
    public static string DueFunction(IEntityType type) => $"due_{type.GetTableName()}";

    public static async Task Apply(AchieveApexDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        IReadOnlyList<string> tables = [.. RecordCounts.TablesOf(db)];
        var script = new StringBuilder(OrganizationFirst.Script(db)).AppendLine();
        PostgresRecordCounts.Add(script, tables);
        script.AppendLine(Preparation).AppendLine(FindKey);
        foreach (var type in DueRecords.Types(db))
            script.AppendLine(FindDue(type));
        foreach (var table in Owned(db).Append(RecordCounts.Table))
            script.AppendLine(Policy(table));
        PostgresRecordCounts.Restrict(script);
        script.AppendLine(EventFunctions.Script);
        script.AppendLine(SearchFunctions.Script(db));

        // Raw, since the script holds braces that are not placeholders.
        await db.Database.ExecuteSqlRawAsync(
            script.ToString().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
    }

    private static string FindDue(IEntityType type) =>
        $"""
            CREATE OR REPLACE FUNCTION {DueFunction(type)}(at timestamptz) RETURNS TABLE (organization_id bigint, id bigint)
                LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $function$
                {DueRecords.Select(type, "$1")}
                $function$;
            REVOKE ALL ON FUNCTION {DueFunction(type)}(timestamptz) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION {DueFunction(type)}(timestamptz) TO {Role};
            """;

    private static IEnumerable<string> Owned(AchieveApexDb db) =>
        db
            .Model.GetEntityTypes()
            .Where(type => type.FindProperty(nameof(Record.OrganizationId)) is not null)
            .Select(type => type.GetTableName()!);

    // A table that has its policy is left alone: to change it would wait for every request, and they for it.
    private static string Policy(string table) =>
        $"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_policy WHERE polname = 'organization' AND polrelid = '{table}'::regclass) THEN
                    ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY organization ON {table} TO {Role}
                        USING (organization_id = nullif(current_setting('app.organization_id', true), '')::bigint);
                END IF;
            END $$;
            """;
}
