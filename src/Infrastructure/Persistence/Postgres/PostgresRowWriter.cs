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
        // A transaction was told the organization when it began.
        var enter = transaction is null;
        await using var batch = enter ? source.CreateBatch() : ((NpgsqlConnection)transaction!.Connection!).CreateBatch();
        if (enter)
            batch.BatchCommands.Add(PostgresBatch.Enter(organization));
        foreach (var write in writes)
            batch.BatchCommands.Add(PostgresBatch.Command(write.Statement, write.Values));

        var ids = new long?[writes.Count];
        var place = 0;
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (enter)
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
