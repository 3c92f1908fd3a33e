using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Merging;

/// <summary>A reference of records to others of their kind that never makes a circle: the parent of a company.</summary>
internal sealed class OwnKind(AchieveApexDb db, IEntityType type, IProperty property)
{
    /// <summary>What a record refers to that goes on in the place of another: what it did, or else what the other did.</summary>
    public async Task<long?> Merged(Record record, Record into, CancellationToken cancellationToken)
    {
        if (Of(into) is { } own && !(await Above(into, cancellationToken)).Contains(record.Id))
            return own;

        // It refers to nothing, or is below the one whose place it takes.
        return (await Above(record, cancellationToken)).Contains(into.Id) ? null : Of(record);
    }

    /// <summary>Whether another is there, and not below the record.</summary>
    public async Task<bool> MayRefer(Record record, long? other, CancellationToken cancellationToken)
    {
        if (other is not { } id)
            return true;

        var sql = $"SELECT id FROM {type.GetTableName()} WHERE organization_id = {{0}} AND id = {{1}}";
        var isThere = (await db.Read<long>(sql, [db.OrganizationId, id], cancellationToken)).Count > 0;
        return isThere && !(await Above(id, cancellationToken)).Contains(record.Id);
    }

    /// <summary>All that a record refers to, directly and over others.</summary>
    public async Task<IReadOnlySet<long>> Above(Record record, CancellationToken cancellationToken) =>
        Of(record) is { } other ? await Above(other, cancellationToken) : new HashSet<long>();

    public long? Of(Record record) => (long?)property.GetGetter().GetClrValue(record);

    // With the one itself.
    private async Task<HashSet<long>> Above(long id, CancellationToken cancellationToken)
    {
        var sql = $$"""
            WITH RECURSIVE above(id) AS (
                SELECT CAST({1} AS bigint)
                UNION
                SELECT r.{{property.GetColumnName()}} FROM {{type.GetTableName()}} AS r JOIN above ON r.id = above.id
                WHERE r.organization_id = {0} AND r.{{property.GetColumnName()}} IS NOT NULL
            )
            SELECT id FROM above
            """;
        return [.. await db.Read<long>(sql, [db.OrganizationId, id], cancellationToken)];
    }
}
