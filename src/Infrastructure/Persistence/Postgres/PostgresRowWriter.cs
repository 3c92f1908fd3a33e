using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Writing;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>Sends all rows in one round trip. Without a transaction that is one of its own.</summary>
internal sealed class PostgresRowWriter(NpgsqlDataSource source) : IRowWriter
{
    public bool IsWholeAlone => true;

    public async Task<IReadOnlyList<long?>> Write(
        IReadOnlyList<RowWrite> writes,
        long organization,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        if (transaction is not null)
            return await Write(writes, null, (NpgsqlConnection)transaction.Connection!, cancellationToken);

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await Write(writes, organization, connection, cancellationToken);
    }

    private static async Task<IReadOnlyList<long?>> Write(
        IReadOnlyList<RowWrite> writes,
        long? organization,
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var batch = connection.CreateBatch();
        if (organization is { } entered)
            batch.BatchCommands.Add(PostgresBatch.Enter(entered));
        foreach (var write in writes)
            batch.BatchCommands.Add(PostgresBatch.Command(write.Statement, write.Values));

        var ids = new long?[writes.Count];
        var place = 0;
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (organization is not null)
                await reader.NextResultAsync(cancellationToken);
            for (; place < ids.Length; place++)
            {
                ids[place] = await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : null;
                await reader.NextResultAsync(cancellationToken);
            }
        }
        catch (PostgresException refused)
        {
            throw new RefusedWrite(Refused(writes, batch, refused) ?? writes[^1], refused);
        }

        return ids;
    }

    private static RowWrite? Refused(IReadOnlyList<RowWrite> writes, NpgsqlBatch batch, PostgresException refused)
    {
        var place = refused.BatchCommand is { } command ? batch.BatchCommands.IndexOf((NpgsqlBatchCommand)command) : -1;
        return place < 0 ? null : writes[place - (batch.BatchCommands.Count - writes.Count)];
    }
}
