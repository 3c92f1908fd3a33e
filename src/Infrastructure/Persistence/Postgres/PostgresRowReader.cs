using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Reading;
using Npgsql;
using NpgsqlTypes;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>Sends everything of a read in one round trip, prepared by Npgsql after a few times.</summary>
internal sealed class PostgresRowReader(NpgsqlDataSource source) : IRowReader
{
    // Until the end of the round trip, which is one transaction.
    private const string Enter = "SELECT set_config('app.organization_id', $1::text, true)";

    public async Task<Found<TView>> Read<TView>(
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        // A transaction was told the organization when it began.
        if (transaction is not null)
            return await Read(plan, values, parts, (NpgsqlConnection)transaction.Connection!, enter: false, cancellationToken);

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await Read(plan, values, parts, connection, enter: true, cancellationToken);
    }

    private static async Task<Found<TView>> Read<TView>(
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts,
        NpgsqlConnection connection,
        bool enter,
        CancellationToken cancellationToken
    )
    {
        await using var batch = connection.CreateBatch();
        if (enter)
            batch.BatchCommands.Add(new(Enter) { Parameters = { Organization((long)values[0]) } });
        if (parts.HasFlag(ReadParts.Rows))
            batch.BatchCommands.Add(Command(plan.Rows, values));
        if (parts.HasFlag(ReadParts.Total))
            batch.BatchCommands.Add(Command(plan.Total, values));

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (enter)
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

    private static NpgsqlBatchCommand Command(Statement statement, IReadOnlyList<object> values)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        for (var i = 0; i < statement.Binders.Count; i++)
            command.Parameters.Add((NpgsqlParameter)statement.Binders[i](values[i]));
        return command;
    }

    private static NpgsqlParameter<long> Organization(long id) => new() { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = id };
}
