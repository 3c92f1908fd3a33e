using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>How each database is opened: as the tables' owner for migrations, and with every fence up for requests.</summary>
internal static class Contexts
{
    public static DbContextOptions<SqliteDb> Sqlite(DatabaseSettings settings) =>
        Sqlite(new DbContextOptionsBuilder<SqliteDb>(), settings).Options;

    public static DbContextOptions<PostgresDb> PostgresOwner(DatabaseSettings settings) =>
        Postgres(new DbContextOptionsBuilder<PostgresDb>(), settings.ConnectionString).Options;

    public static T Sqlite<T>(T options, DatabaseSettings settings)
        where T : DbContextOptionsBuilder
    {
        options.UseSqlite(settings.ConnectionString, sqlite => sqlite.MigrationsHistoryTable("__EFMigrationsHistory"));
        options.AddInterceptors(new TextFunctions());
        return Shared(options);
    }

    /// <summary>As a role that owns nothing, so that row-level security holds.</summary>
    public static T PostgresForRequests<T>(T options, DatabaseSettings settings)
        where T : DbContextOptionsBuilder
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        connection.Options = $"{connection.Options} -c role={RowSecurity.Role}{StatementTimeout(connection)}".Trim();
        options.AddInterceptors(new OrganizationSession());
        return Postgres(options, connection.ConnectionString);
    }

    // The server gives up a moment before the client does, which is then spared a new connection.
    private static string StatementTimeout(NpgsqlConnectionStringBuilder connection) =>
        connection.CommandTimeout > 0 ? $" -c statement_timeout={(connection.CommandTimeout * 1000) - 200}" : "";

    private static T Postgres<T>(T options, string connectionString)
        where T : DbContextOptionsBuilder
    {
        options.UseNpgsql(connectionString, npgsql => npgsql.SetPostgresVersion(15, 0));
        options.ReplaceService<IQuerySqlGeneratorFactory, NullsFirst>();
        return Shared(options);
    }

    private static T Shared<T>(T options)
        where T : DbContextOptionsBuilder
    {
        options.UseSnakeCaseNamingConvention().EnableThreadSafetyChecks(false);
        // A list without conditions is sorted all the same; the warning would be wrong for FirstOrDefault by a unique id.
        options.ConfigureWarnings(warnings =>
            warnings.Ignore(CoreEventId.FirstWithoutOrderByAndFilterWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning)
        );
        return options;
    }
}
