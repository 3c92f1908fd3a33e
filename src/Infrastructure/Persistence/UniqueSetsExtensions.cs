using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>What has to be unique in a table.</summary>
internal static class UniqueSetsExtensions
{
    public static IEnumerable<(string? Constraint, IReadOnlyList<IReadOnlyProperty> Properties)> UniqueSets(this IEntityType entity) =>
        entity
            .GetIndexes()
            .Where(index => index.IsUnique)
            .Select(index => (index.GetDatabaseName(), (IReadOnlyList<IReadOnlyProperty>)index.Properties))
            .Concat(entity.GetKeys().Select(key => (key.GetName(), (IReadOnlyList<IReadOnlyProperty>)key.Properties)));
}
