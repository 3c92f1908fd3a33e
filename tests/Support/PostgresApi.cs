using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Support;

/// <summary>The program on PostgreSQL.</summary>
public sealed class PostgresApi : TestApi
{
    private string? connectionString;

    public override string ConnectionString => connectionString ?? throw new InvalidOperationException("The database was not made.");

    /// <summary>A database that is there already: a second instance.</summary>
    public static PostgresApi On(string connectionString, Action<IServiceCollection>? replace = null) =>
        new() { connectionString = connectionString, Replace = replace };

    /// <summary>A second instance on the same database, set up in the same way.</summary>
    public static PostgresApi Beside(PostgresApi other) =>
        new()
        {
            connectionString = other.ConnectionString,
            Settings = other.Settings,
            Replace = other.Replace,
        };

    protected override async Task Prepare() => connectionString ??= await (await PostgresServer.Shared).CreateDatabase();
}
