using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Events;
using AchieveApex.Infrastructure.Persistence.Writing;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>Sends all rows in one round trip; a single one needs no transaction.</summary>
internal sealed class PostgresRowWriter(NpgsqlDataSource source, ModelParts model) : IRowWriter
{
    public bool WritesAlone => true;

    public async Task<IReadOnlyList<long?>> Write(
        IReadOnlyList<RowWrite> writes,
        long organization,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        // A row that is not as it should be is no error to the database, which would keep the others.
        if (transaction is null && writes.Count > 1)
            throw new InvalidOperationException("Several records are written in a transaction.");

        var events = model.Of(EventTable.Make);
        await using var batch = PostgresBatch.Of(source, transaction, organization);
        foreach (var write in writes)
            batch.BatchCommands.Add(
                write.Event is { } change
                    ? PostgresBatch.Command(events.With(write.Statement), [.. write.Values, .. events.Values(change)])
                    : PostgresBatch.Command(write.Statement, write.Values)
            );

        var ids = new long?[writes.Count];
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (transaction is null)
                await reader.NextResultAsync(cancellationToken);
            for (var place = 0; place < ids.Length; place++)
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

    // Null when it was none of them: the organization is told first.
    private static RowWrite? Refused(IReadOnlyList<RowWrite> writes, NpgsqlBatch batch, PostgresException refused)
    {
        var command = refused.BatchCommand is { } given ? batch.BatchCommands.IndexOf((NpgsqlBatchCommand)given) : -1;
        var place = command - (batch.BatchCommands.Count - writes.Count);
        return place < 0 ? null : writes[place];
    }
}
