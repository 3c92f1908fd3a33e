using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Reading;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>Sends everything of a read in one round trip, prepared by Npgsql after a few times.</summary>
internal sealed class PostgresRowReader(NpgsqlDataSource source) : IRowReader
{
    public async Task<Found<TView>> Read<TView>(
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        await using var batch = PostgresBatch.Of(source, transaction, (long)values[0]);
        if (parts.HasFlag(ReadParts.Rows))
            batch.BatchCommands.Add(PostgresBatch.Command(plan.Rows, values));
        if (parts.HasFlag(ReadParts.Total))
            batch.BatchCommands.Add(PostgresBatch.Command(plan.Total, values));

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (transaction is null)
            await reader.NextResultAsync(cancellationToken);
        List<TView> rows = [];
        if (parts.HasFlag(ReadParts.Rows))
        {
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(plan.View(reader));
            await reader.NextResultAsync(cancellationToken);
        }

        return new(rows, parts.HasFlag(ReadParts.Total) && await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : null);
    }
}
