using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Merging;

/// <summary>Lets a record that was gone for a while refer to what is there: others may have gone since.</summary>
internal sealed class Mending(AchieveApexDb db, Survivors survivors)
{
    /// <summary>
    /// What is gone is replaced by what it was merged into, or by nothing. False when it was part of something that is gone; what has to
    /// refer to something is left to the database.
    /// </summary>
    public async Task<bool> IsWhole(Record record, IEntityType type, CancellationToken cancellationToken)
    {
        foreach (var key in type.GetForeignKeys().Where(key => key.Properties.Count == 2))
        {
            var property = (IProperty)key.Properties.Single(property => property.Name != nameof(Record.OrganizationId));
            if (property.GetGetter().GetClrValue(record) is not long id || await IsThere(key, id, cancellationToken))
                continue;

            var other = await Other(key, id, cancellationToken);
            if (other is null && !property.IsNullable)
                return key.DeleteBehavior != DeleteBehavior.Cascade;

            RecordText.Set(record, property, other);
        }

        return true;
    }

    private async Task<long?> Other(IForeignKey key, long id, CancellationToken cancellationToken) =>
        key.PrincipalKey.Properties[1].Name == nameof(Record.Id)
        && await survivors.Of(key.PrincipalEntityType.ClrType, id, cancellationToken) is { } other
        && await IsThere(key, other, cancellationToken)
            ? other
            : null;

    private async Task<bool> IsThere(IForeignKey key, long id, CancellationToken cancellationToken)
    {
        var (table, column) = (key.PrincipalEntityType.GetTableName(), key.PrincipalKey.Properties[1].GetColumnName());
        var sql = $"SELECT id FROM {table} WHERE organization_id = {{0}} AND {column} = {{1}}";
        return (await db.Read<long>(sql, [db.OrganizationId, id], cancellationToken)).Count > 0;
    }
}
