using AchieveApex.Infrastructure.Persistence.Reading;
using Npgsql;
using NpgsqlTypes;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>The parts of what is sent to PostgreSQL in one round trip, which is one transaction. Npgsql prepares them after a few times.</summary>
internal static class PostgresBatch
{
    // Until the end of the transaction.
    private const string EnterSql = "SELECT set_config('app.organization_id', $1::text, true)";

    /// <summary>Says whose rows the rest may see and write.</summary>
    public static NpgsqlBatchCommand Enter(long organization) =>
        new(EnterSql)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = organization },
            },
        };

    public static NpgsqlBatchCommand Command(Statement statement, IReadOnlyList<object?> values)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        for (var i = 0; i < statement.Binders.Count; i++)
            command.Parameters.Add((NpgsqlParameter)statement.Binders[i](values[i]));
        return command;
    }
}
