using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Reading;
using Npgsql;
using NpgsqlTypes;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>The parts of what is sent to PostgreSQL in one round trip, which is one transaction. Npgsql prepares them after a few times.</summary>
internal static class PostgresBatch
{
    // Until the end of the transaction.
    private const string EnterSql = "SELECT set_config('app.organization_id', $1::text, true)";

    /// <summary>An empty one in the transaction that is open, which was told the organization when it began; else it tells it first.</summary>
    public static NpgsqlBatch Of(NpgsqlDataSource source, DbTransaction? transaction, long organization)
    {
        if (transaction is not null)
            return ((NpgsqlConnection)transaction.Connection!).CreateBatch();

        var batch = source.CreateBatch();
        var parameter = new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = organization };
        batch.BatchCommands.Add(new(EnterSql) { Parameters = { parameter } });
        return batch;
    }

    public static NpgsqlBatchCommand Command(Statement statement, IReadOnlyList<object?> values)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        for (var i = 0; i < statement.Binders.Count; i++)
            command.Parameters.Add((NpgsqlParameter)statement.Binders[i](values[i]));
        return command;
    }
}
