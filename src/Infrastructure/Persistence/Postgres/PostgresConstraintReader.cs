using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>PostgreSQL names the constraint.</summary>
internal sealed class PostgresConstraintReader : IConstraintReader
{
    public IReadOnlyList<IReadOnlyProperty>? NotUnique(DbUpdateException error, IEntityType entity) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique
            ? entity.UniqueSets().FirstOrDefault(set => set.Constraint == unique.ConstraintName).Properties
            : null;

    public bool IsBrokenReference(DbUpdateException error) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or "23001" };
}
