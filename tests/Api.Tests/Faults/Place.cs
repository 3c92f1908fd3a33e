using AchieveApex.Application.ApiKeys;
using AchieveApex.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AchieveApex.Api.Tests.Faults;

/// <summary>A folder and an empty database for programs to run on, and a look into it past them.</summary>
internal sealed class Place : IDisposable
{
    private readonly string? postgres;

    public Place(string? postgres = null) => this.postgres = postgres;

    public string Folder { get; } = Directory.CreateTempSubdirectory("achieveapex-").FullName;

    public string File => Path.Combine(Folder, "test.db");

    public string Database => postgres ?? $"Data Source={File}";

    /// <summary>The key that the first start makes.</summary>
    public string Key { get; } = KeyText.Generate();

    /// <summary>An empty database: <c>sqlite</c>, or <c>postgres</c> on the server that all tests share.</summary>
    public static async Task<Place> On(string engine) =>
        engine == "sqlite" ? new() : new(await (await PostgresServer.Shared).CreateDatabase());

    public RunningProgram Run(string command, params string[] settings) =>
        RunningProgram.Start(Folder, [command, .. Settings, .. settings]);

    public RunningProgram Serve(params string[] settings) => RunningProgram.Start(Folder, ServeArguments(settings));

    /// <summary>In Development, where the first start makes something to try.</summary>
    public RunningProgram ServeDemo() =>
        RunningProgram.Start(
            Folder,
            ["serve", "--urls=http://127.0.0.1:0", "--Database:MigrateAtStart=true", .. Settings],
            "ASPNETCORE_ENVIRONMENT=Development"
        );

    public string[] ServeArguments(params string[] settings) =>
        [
            "serve",
            "--urls=http://127.0.0.1:0",
            "--Database:MigrateAtStart=true",
            "--RateLimit:MaxRequests=1000000",
            $"--Bootstrap:ApiKey={Key}",
            .. Settings,
            .. settings,
        ];

    public HttpClient ClientOf(Uri address, string? key = null)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Add("x-api-key", key ?? Key);
        return client;
    }

    /// <summary>What SQL that counts says.</summary>
    public async Task<long> Count(string sql)
    {
        await using System.Data.Common.DbConnection connection = postgres is null
            ? new SqliteConnection($"{Database};Pooling=false")
            : new NpgsqlConnection($"{Database};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string[] Settings => ["--Https:Required=false", $"--ConnectionStrings:Database={Database}"];
}
