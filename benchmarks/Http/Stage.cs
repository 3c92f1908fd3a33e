using System.Globalization;
using System.Text.RegularExpressions;
using AchieveApex.Support;
using Npgsql;

namespace AchieveApex.Http;

/// <summary>A PostgreSQL of its own with contacts in it, and both programs running on it.</summary>
internal sealed partial class Stage : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("achieveapex-benchmark-").FullName;
    private readonly PostgresServer server;
    private readonly string database;
    private readonly List<ProgramProcess> programs = [];

    private Stage(PostgresServer server, string database) => (this.server, this.database) = (server, database);

    public Contestant Real { get; private set; } = null!;

    public Contestant Bare { get; private set; } = null!;

    public ContactIds Contacts { get; private set; } = null!;

    /// <summary>All of PostgreSQL's processes.</summary>
    public ProcessorTime DatabaseTime { get; private set; } = null!;

    public static async Task<Stage> Set(int contacts)
    {
        var server = await PostgresServer.Start();
        var stage = new Stage(server, await server.CreateDatabase());
        try
        {
            await stage.Fill(contacts);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
            await program.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Fill(int contacts)
    {
        await Command("migrate");
        // A second organization of the same size, so that a query that forgot the first one would be seen.
        var seeded = await Command("seed", "--organizations", "2", "--contacts", (2 * contacts).ToString(CultureInfo.InvariantCulture));
        var (organization, owner) = (Organization().Match(seeded).Groups[1].Value, Owner().Match(seeded).Groups[1].Value);
        var key = (await Command("api-key", "create", "--organization", organization, "--email", owner)).Trim();

        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await Execute(connection, "VACUUM ANALYZE");
        Contacts = await ContactIds.Of(connection, long.Parse(organization, CultureInfo.InvariantCulture));
        DatabaseTime = ProcessorTime.OfParent(connection.ProcessID);

        var (user, keyId) = await KeyOf(connection);
        Real = await Start("real", "AchieveApex.Api.dll", RealSettings, key);
        Bare = await Start(
            Contestant.BareName,
            "AchieveApex.Bare.dll",
            new()
            {
                ["Bare__Database"] = $"{database};Max Auto Prepare=50;Auto Prepare Min Usages=1;No Reset On Close=true",
                ["Bare__Organization"] = organization,
                ["Bare__User"] = user,
                ["Bare__Key"] = keyId,
            },
            key
        );
    }

    // Everything on, as it is run; the limiter counts, but never refuses. No TLS: nor has the other one.
    private Dictionary<string, string> RealSettings =>
        new()
        {
            ["ConnectionStrings__Database"] = database,
            ["Https__Required"] = "false",
            ["RateLimit__MaxRequests"] = "1000000",
            ["RateLimit__WindowSeconds"] = "10",
        };

    private async Task<string> Command(params string[] arguments)
    {
        await using var program = ProgramProcess.Start(folder, RealSettings, arguments);
        var result = await program.Ended();
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException($"{arguments[0]} failed: {result.Errors}");
    }

    private async Task<Contestant> Start(string name, string assembly, Dictionary<string, string> settings, string key)
    {
        var program = ProgramProcess.Start(assembly, folder, settings, "--urls", "http://127.0.0.1:0");
        programs.Add(program);
        var port = int.Parse(Port().Match(await program.Wrote("http://127.0.0.1:")).Groups[1].Value, CultureInfo.InvariantCulture);
        return new(name, port, key, ProcessorTime.Of(program.Id));
    }

    private static async Task<(string User, string Key)> KeyOf(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT user_id::text, id::text FROM api_keys ORDER BY id DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetString(0), reader.GetString(1));
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"--organization (\d+)")]
    private static partial Regex Organization();

    [GeneratedRegex(@"--email (\S+)")]
    private static partial Regex Owner();

    [GeneratedRegex(@"http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Port();
}

/// <summary>One of the two programs.</summary>
internal sealed record Contestant(string Name, int Port, string Key, ProcessorTime Time)
{
    public const string BareName = "bare";

    public bool IsBare => Name == BareName;
}

/// <summary>The ids of the contacts that are read and changed: they are a row without gaps.</summary>
internal sealed record ContactIds(long First, long Count)
{
    // A prime, so that neighbours in time are not neighbours in the table.
    private const long Stride = 7_919;

    public long At(long number) => First + number * Stride % Count;

    public static async Task<ContactIds> Of(NpgsqlConnection connection, long organization)
    {
        await using var command = new NpgsqlCommand("SELECT min(id), count(*) FROM contacts WHERE organization_id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = organization });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new(reader.GetInt64(0), reader.GetInt64(1));
    }
}
