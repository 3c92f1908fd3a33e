using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>
/// PostgreSQL's index of words, and for each searched table a function that finds by it. Under row-level security no index is used whose
/// operator is not known to leak nothing, so the function runs as the tables' owner, and holds the organization itself.
/// </summary>
internal static class SearchFunctions
{
    /// <summary>The function that finds the ids of a table.</summary>
    public static string Of(string table) => $"search_{table}";

    /// <summary>What makes them, a part of what is done after every migration. No parser is asked: the tokens are our words.</summary>
    public static string Script(AchieveApexDb db) => string.Join('\n', SearchedTables.In(db.Model).Select(Script));

    private static string Script(string table)
    {
        const string words = $"array_to_tsvector(string_to_array({SearchedTables.Column}, ' '))";
        const string organization = "nullif(current_setting('app.organization_id', true), '')";
        return $"""
            CREATE INDEX IF NOT EXISTS ix_{table}_search ON {table} USING gin ({words});
            CREATE OR REPLACE FUNCTION {Of(table)}(wanted text) RETURNS SETOF bigint
                LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $function$
                SELECT id FROM {table} WHERE organization_id = {organization}::bigint
                    AND {words} @@ ('''{SearchText.OrganizationMark}' || {organization} || ''' & ' || wanted)::tsquery
                $function$;
            REVOKE ALL ON FUNCTION {Of(table)}(text) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION {Of(table)}(text) TO {RowSecurity.Role};
            """;
    }
}
