using System.Data.Common;
using AchieveApex.Application.Errors;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Knows both databases' ways to say that it is not the statement's fault.</summary>
internal sealed class Outages : IOutages
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteIo = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    // EF wraps what it was told, more than once.
    public bool Caused(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
            if (IsOutage(cause))
                return true;

        return false;
    }

    private static bool IsOutage(Exception error) =>
        error switch
        {
            PostgresException postgres => postgres.IsTransient || IsNotServing(postgres.SqlState),
            NpgsqlException npgsql => npgsql.IsTransient || npgsql.InnerException is OperationCanceledException,
            SqliteException sqlite => sqlite.SqliteErrorCode
                is SqliteBusy
                    or SqliteLocked
                    or SqliteReadOnly
                    or SqliteIo
                    or SqliteFull
                    or SqliteCannotOpen,
            _ => error is DbException { IsTransient: true },
        };

    // Nobody is let in (28), the database is gone (3D), it is a standby that only reads, or an operator ended the statement.
    private static bool IsNotServing(string state) =>
        state.StartsWith("28", StringComparison.Ordinal)
        || state.StartsWith("3D", StringComparison.Ordinal)
        || state is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.QueryCanceled;
}
