using System.Data.Common;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>The database did not take a row.</summary>
internal sealed class RefusedWrite(RowWrite write, DbException reason) : DbUpdateException("A record was refused by the database.", reason)
{
    public RowWrite Write { get; } = write;
}
