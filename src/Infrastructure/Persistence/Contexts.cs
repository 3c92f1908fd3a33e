using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>How each database is opened: as the tables' owner for migrations, and with every fence up for requests.</summary>
internal static class Contexts
{
    public static DbContextOptions<SqliteDb> Sqlite(DatabaseSettings settings) =>
        Sqlite(new DbContextOptionsBuilder<SqliteDb>(), settings).Options;

    public static DbContextOptions<PostgresDb> PostgresOwner(DatabaseSettings settings) =>
        Shared(new DbContextOptionsBuilder<PostgresDb>()).UseNpgsql(settings.ConnectionString, ForVersion).Options;

    public static T Sqlite<T>(T options, DatabaseSettings settings)
        where T : DbContextOptionsBuilder
    {
        Shared(options).UseSqlite(settings.ConnectionString, sqlite => sqlite.MigrationsHistoryTable("__EFMigrationsHistory"));
        options.AddInterceptors(new TextFunctions());
        return options;
    }

    /// <summary>As a role that owns nothing, so that row-level security holds.</summary>
    public static NpgsqlDataSource PostgresForRequests(DatabaseSettings settings, ILoggerFactory logs)
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        connection.Options = $"{connection.Options} -c role={RowSecurity.Role}{StatementTimeout(connection)}".Trim();
        // Nothing is left to reset: an organization is told for one transaction, and locks are taken for one.
        connection.NoResetOnClose = true;
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).UseLoggerFactory(logs).Build();
    }

    /// <summary>On the connections of requests.</summary>
    public static T Postgres<T>(T options, NpgsqlDataSource source)
        where T : DbContextOptionsBuilder
    {
        Shared(options).UseNpgsql(source, ForVersion);
        options.AddInterceptors(new OrganizationSession());
        return options;
    }

    // The server gives up a moment before the client does, which is then spared a new connection.
    private static string StatementTimeout(NpgsqlConnectionStringBuilder connection) =>
        connection.CommandTimeout > 0 ? $" -c statement_timeout={(connection.CommandTimeout * 1000) - 200}" : "";

    private static void ForVersion(NpgsqlDbContextOptionsBuilder npgsql) => npgsql.SetPostgresVersion(15, 0);

    // First of all: EF compares options in their order, and makes all its services and the model anew for others.
    private static T Shared<T>(T options)
        where T : DbContextOptionsBuilder
    {
        options.EnableThreadSafetyChecks(false).UseSnakeCaseNamingConvention();
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking); // records are changed by a unit of work of their own
        // A list without conditions is sorted all the same; the warning would be wrong for FirstOrDefault by a unique id.
        options.ConfigureWarnings(warnings =>
            warnings.Ignore(CoreEventId.FirstWithoutOrderByAndFilterWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning)
        );
        return options;
    }
}
