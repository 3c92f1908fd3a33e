using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace AchieveApex.Support;

/// <summary>A real PostgreSQL on a private port and folder, that never outlives the test process.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The superuser. Anybody on this machine is let in without a password.</summary>
    public const string Superuser = "postgres";

    // Holds the folder, and ends with the pipe from this process: however that dies, the server stops and its folder goes.
    // The folder's path is short since a socket's path is limited, and under /tmp so that every account reaches it.
    private const string GuardScript = """
        folder=$(mktemp -d /tmp/achieveapex-postgres-XXXXXX) || exit 1
        echo "$folder"
        exec >/dev/null 2>&1
        cat
        read -r postmaster < "$folder/data/postmaster.pid" && kill -CONT "$postmaster"
        "$1" stop -m immediate -D "$folder/data"
        rm -rf "$folder"
        """;

    private static readonly Lazy<Task<PostgresServer>> shared = new(StartShared);

    private readonly PostgresPrograms programs;
    private readonly Process guard;
    private readonly string folder;
    private readonly int port = PrivatePort.Next();
    private ProcessTree? processes;
    private int databases;

    private PostgresServer(PostgresPrograms programs, Process guard, string folder)
    {
        this.programs = programs;
        this.guard = guard;
        this.folder = folder;
    }

    /// <summary>The server that all tests of this process share. Tests that pause or kill one start their own.</summary>
    public static Task<PostgresServer> Shared => shared.Value;

    private string Data => $"{folder}/data";

    private string Log => $"{folder}/log";

    /// <exception cref="FileNotFoundException">PostgreSQL is not installed.</exception>
    /// <param name="isDurable">Whether a commit is on the disk, as in production, and not only on its way: slower.</param>
    public static async Task<PostgresServer> Start(bool isDurable = false)
    {
        var programs = PostgresPrograms.Find();
        var guard = PostgresPrograms.Start(["sh", "-c", GuardScript, "sh", programs.PathOf("pg_ctl")]);
        var folder =
            await guard.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"PostgreSQL has no folder: {await guard.StandardError.ReadToEndAsync()}");

        var server = new PostgresServer(programs, guard, folder);
        try
        {
            await server.Initialize(isDurable ? "on" : "off");
            await server.Launch();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What Npgsql connects with, to an existing database and as an existing role.</summary>
    public string ConnectionString(string database, string role = Superuser) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = database,
            Username = role,
            IncludeErrorDetail = true,
            // Each database has a pool of its own: idle ones must not use up the server's connections.
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 5,
        }.ConnectionString;

    /// <summary>Creates a database with a name of its own, empty or as a copy of the database <paramref name="template"/>.</summary>
    /// <remarks>The server closes connections to the template, pooled ones too: PostgreSQL copies only what nobody uses.</remarks>
    /// <returns>The superuser's connection string.</returns>
    public async Task<string> CreateDatabase(string? template = null)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection($"{ConnectionString("postgres")};Pooling=false");
        await connection.OpenAsync();
        if (template is null)
            await Execute(connection, $"create database {name}");
        else
        {
            await Execute(connection, "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", template);
            await Execute(connection, $"create database {name} template \"{template}\" strategy file_copy");
        }

        return ConnectionString(name);
    }

    /// <summary>Freezes the server: connections stay open and nothing answers.</summary>
    public void Pause() => processes?.Pause();

    /// <summary>Ends <see cref="Pause"/>.</summary>
    public void Resume() => processes?.Resume();

    /// <summary>Ends every process of the server at once, as a crash would.</summary>
    /// <remarks>Commits of the last second may be lost (synchronous_commit is off, if it was not started as durable), unless a checkpoint followed them.</remarks>
    public async Task Kill()
    {
        if (processes is null)
            return;

        await processes.Kill();
        processes = null;
        // The next start must not take a dead process that nobody has collected yet for a living server.
        File.Delete($"{Data}/postmaster.pid");
        File.Delete($"{folder}/.s.PGSQL.{port}.lock");
    }

    /// <summary>Starts the server again, on the same port and data, stopping it first if it runs.</summary>
    public async Task Restart()
    {
        if (processes is not null)
        {
            Resume();
            await programs.Run("pg_ctl", "stop", "-m", "fast", "-D", Data);
        }

        await Launch();
    }

    /// <summary>Stops the server without ceremony and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        Release();
        await guard.WaitForExitAsync();
    }

    private static async Task<PostgresServer> StartShared()
    {
        var server = await Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.Release();
            server.guard.WaitForExit(TimeSpan.FromSeconds(10));
        };
        return server;
    }

    private async Task Initialize(string durable)
    {
        await programs.Run("initdb", "--no-sync", "--auth=trust", $"--username={Superuser}", "--encoding=UTF8", "--locale=C.UTF-8", Data);
        await File.AppendAllTextAsync(
            $"{Data}/postgresql.conf",
            $"""

            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = '{folder}'
            max_connections = 500
            fsync = {durable}
            full_page_writes = {durable}
            synchronous_commit = {durable}

            """
        );
    }

    private async Task Launch()
    {
        try
        {
            await programs.Run("pg_ctl", "start", "--wait", "-D", Data, "-l", Log);
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidOperationException($"{error.Message}{ReadLog()}", error);
        }

        var postmaster = File.ReadLines($"{Data}/postmaster.pid").First();
        processes = new ProcessTree(int.Parse(postmaster, CultureInfo.InvariantCulture));
    }

    private string ReadLog() => File.Exists(Log) ? File.ReadAllText(Log) : "";

    private void Release()
    {
        Resume();
        guard.StandardInput.Close();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await command.ExecuteNonQueryAsync();
    }
}
