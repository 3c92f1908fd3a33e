using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence.Merging;

/// <summary>Finds what records went on in that were merged.</summary>
internal sealed class Survivors(ContextLease lease, ResourceCatalog resources, RequestCatalog requests)
{
    // A record that is gone went on in one other, so this is a way and no tree. Of undone merges nothing is left.
    private const string Sql = """
        WITH RECURSIVE way(id, step) AS (
            SELECT into_id, 1 FROM merges
            WHERE organization_id = {0} AND resource = {1} AND merged_id = {2} AND undone_at IS NULL
            UNION ALL
            SELECT m.into_id, way.step + 1 FROM merges AS m JOIN way ON m.merged_id = way.id
            WHERE m.organization_id = {0} AND m.resource = {1} AND m.undone_at IS NULL
        )
        SELECT id FROM way ORDER BY step DESC LIMIT 1
        """;

    /// <summary>The last on the way; null when the record was not merged.</summary>
    public Task<long?> Of<T>(long id, CancellationToken cancellationToken)
        where T : Record => Of(typeof(T), id, cancellationToken);

    public async Task<long?> Of(Type record, long id, CancellationToken cancellationToken)
    {
        if (id == 0 || !requests.IsMerged(record))
            return null; // no record has that id, or none of the kind is merged

        var name = resources.Of(record).Name;
        var last = await lease.Db.Read<long>(Sql, [lease.Db.OrganizationId, name, id], cancellationToken);
        return last is [var survivor] ? survivor : null;
    }
}
