using AchieveApex.Infrastructure.Persistence.Events;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>What seals events. The program's role may add them, and do nothing else to them but this.</summary>
internal static class EventFunctions
{
    public const string Script = $"""
        CREATE OR REPLACE FUNCTION unsealed_organizations() RETURNS TABLE (organization_id bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $function$
            SELECT DISTINCT organization_id FROM {EventMap.Table} WHERE sequence IS NULL
            $function$;
        CREATE OR REPLACE FUNCTION seal_events(organization bigint, seals json) RETURNS void
            LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $function$
            UPDATE {EventMap.Table} AS e SET sequence = seal.sequence, hash = seal.hash
            FROM json_to_recordset(seals) AS seal (id bigint, sequence bigint, hash text)
            WHERE e.organization_id = organization AND e.id = seal.id AND e.sequence IS NULL
            $function$;
        REVOKE ALL ON FUNCTION unsealed_organizations(), seal_events(bigint, json) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION unsealed_organizations(), seal_events(bigint, json) TO {RowSecurity.Role};
        REVOKE UPDATE, DELETE ON {EventMap.Table} FROM {RowSecurity.Role};
        """;
}
