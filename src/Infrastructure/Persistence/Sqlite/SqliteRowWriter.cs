using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Writing;
using Microsoft.Data.Sqlite;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>Writes rows one after the other in the transaction that is open, since every write needs one here.</summary>
internal sealed class SqliteRowWriter : IRowWriter
{
    public bool WritesAlone => false;

    public Task<IReadOnlyList<long?>> Write(
        IReadOnlyList<RowWrite> writes,
        long organization,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var open = (SqliteTransaction?)transaction ?? throw new InvalidOperationException("Records are written in a transaction.");
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<long?>>([.. writes.Select(write => Write(write, open))]);
    }

    private static long? Write(RowWrite write, SqliteTransaction transaction)
    {
        using var command = SqliteReadConnection.Command(write.Statement, transaction.Connection!);
        command.Transaction = transaction;
        try
        {
            using var row = SqliteReadConnection.Run(command, write.Statement, write.Values);
            return row.Read() ? row.GetInt64(0) : null;
        }
        catch (SqliteException refused)
        {
            throw new RefusedWrite(write, refused);
        }
    }
}
