using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>Null is the smallest value of every list, as on SQLite; an index in PostgreSQL's own order, with null as the largest, would serve none.</summary>
internal static class NullsFirst
{
    public static void Map(IMutableModel model)
    {
        foreach (var index in model.GetEntityTypes().SelectMany(entity => entity.GetIndexes()))
            if (index.Properties.Any(property => property.IsNullable))
                // An array, since that is what can be written into a migration.
                index.SetNullSortOrder(
                    index
                        .Properties.Select(property => property.IsNullable ? NullSortOrder.NullsFirst : NullSortOrder.Unspecified)
                        .ToArray()
                );
    }
}
