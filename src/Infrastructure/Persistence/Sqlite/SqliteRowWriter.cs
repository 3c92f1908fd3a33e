using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Events;
using AchieveApex.Infrastructure.Persistence.Reading;
using AchieveApex.Infrastructure.Persistence.Writing;
using Microsoft.Data.Sqlite;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>Writes rows one after the other in the transaction that is open, since every write needs one here.</summary>
internal sealed class SqliteRowWriter(ModelParts model) : IRowWriter
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

    private long? Write(RowWrite write, SqliteTransaction transaction)
    {
        try
        {
            var written = Run(write.Statement, write.Values, transaction);
            if (written is { } id && write.Event is { } change && model.Of(EventTable.Make) is var events)
                Run(events.Insert, [.. events.Values(change), id], transaction);
            return written;
        }
        catch (SqliteException refused)
        {
            throw new RefusedWrite(write, refused);
        }
    }

    private static long? Run(Statement statement, IReadOnlyList<object?> values, SqliteTransaction transaction)
    {
        using var command = SqliteReadConnection.Command(statement, transaction.Connection!);
        command.Transaction = transaction;
        using var row = SqliteReadConnection.Run(command, statement, values);
        return row.Read() ? row.GetInt64(0) : null;
    }
}
