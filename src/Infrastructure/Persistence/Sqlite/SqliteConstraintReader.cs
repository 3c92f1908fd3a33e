using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite names the columns of a unique index, and nothing for a foreign key.</summary>
internal sealed class SqliteConstraintReader : IConstraintReader
{
    private const int Unique = 2067;
    private const int ForeignKey = 787;
    private const int Trigger = 1811; // a foreign key that refuses a removal

    public IReadOnlyList<IReadOnlyProperty>? NotUnique(DbUpdateException error, IEntityType entity) =>
        error.InnerException is SqliteException { SqliteExtendedErrorCode: Unique } unique
            ? entity
                .UniqueSets()
                .Select(set => set.Properties)
                .FirstOrDefault(set => set.All(property => unique.Message.Contains(ColumnOf(entity, property), StringComparison.Ordinal)))
            : null;

    public bool IsBrokenReference(DbUpdateException error) =>
        error.InnerException is SqliteException { SqliteExtendedErrorCode: ForeignKey or Trigger };

    private static string ColumnOf(IEntityType entity, IReadOnlyProperty property) => $"{entity.GetTableName()}.{property.GetColumnName()}";
}
