using System.Diagnostics;
using AchieveApex.Support;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class DatabaseAtStartTests
{
    [Theory]
    [InlineData("file/below/test.db")] // below a regular file
    [InlineData("folder")] // a folder in its place
    [InlineData("text")] // not a database
    public async Task A_file_that_cannot_be_used_is_named_with_what_to_do(string path)
    {
        using var place = new Place();
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "file"), "");
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "text"), string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        Directory.CreateDirectory(Path.Combine(place.Folder, "folder"));
        await using var program = place.Serve($"--ConnectionStrings:Database=Data Source={path}");
        await Refusal.Expect(program, place.Folder, "Check that", "ConnectionStrings:Database");
    }

    [Fact]
    public async Task A_folder_that_takes_no_files_is_named_with_what_to_do()
    {
        using var place = new Place();
        var folder = "/proc/self/task"; // closed to root as well
        if (!Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            folder = Path.Combine(place.Folder, "closed");
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await using var program = place.Serve($"--ConnectionStrings:Database=Data Source={folder}/test.db");
        await Refusal.Expect(program, folder, "can be written");
    }

    [Fact]
    public async Task A_folder_without_room_for_the_key_secret_is_named_with_what_to_do()
    {
        using var place = await Place.On("postgres");
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "data"), "");
        await using var program = place.Serve();
        await Refusal.Expect(program, place.Folder, "ApiKeys:Pepper");
    }

    [Fact]
    public async Task A_damaged_key_secret_is_not_replaced()
    {
        using var place = new Place();
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "api-keys.pepper"), "");
        await using var program = place.Serve();
        await Refusal.Expect(program, "api-keys.pepper", "backup");
    }

    [Fact]
    public async Task A_file_that_somebody_else_keeps_locked_ends_the_start_soon()
    {
        using var place = new Place();
        await using (var first = place.Run("migrate"))
            Assert.Equal(0, await first.Exit());
        await using var holder = new SqliteConnection($"{place.Database};Pooling=false");
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        var elapsed = Stopwatch.StartNew();
        await using var program = place.Serve();
        await Refusal.Expect(program, "locked", "Check that nobody else holds it");
        Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=crm;Username=crm;Password=hidden", "127.0.0.1:1")]
    [InlineData("Host=nowhere.invalid;Database=crm;Username=crm;Password=hidden", "ConnectionStrings:Database")]
    public async Task A_server_that_is_not_there_is_named_without_the_password(string database, string name)
    {
        using var place = new Place(database);
        await using var program = place.Serve();
        await Refusal.Expect(program, name, "PostgreSQL is running");
        Assert.DoesNotContain("hidden", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_role_is_told()
    {
        using var place = new Place((await PostgresServer.Shared).ConnectionString("postgres", "nobody"));
        await using var program = place.Serve();
        await Refusal.Expect(program, "nobody", "ConnectionStrings:Database");
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_a_server_that_hangs_is_given_up()
    {
        await using var server = await PostgresServer.Start();
        await RequirePassword(server, "clerk");
        using var place = new Place($"{server.ConnectionString("postgres", "clerk")};Password=hidden");
        await using (var refused = place.Serve())
            await Refusal.Expect(refused, "password authentication failed", "ConnectionStrings:Database");

        server.Pause();
        var elapsed = Stopwatch.StartNew();
        await using var program = place.Serve();
        await Refusal.Expect(program, "PostgreSQL is running");
        Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_database_that_is_missing_or_empty_needs_migrate()
    {
        var server = await PostgresServer.Shared;
        using var missing = new Place(server.ConnectionString("not_there"));
        using var empty = new Place(await server.CreateDatabase());
        await using var first = missing.Serve("--Database:MigrateAtStart=false");
        await using var second = empty.Serve("--Database:MigrateAtStart=false");
        await Refusal.Expect(first, "'migrate'");
        await Refusal.Expect(second, "'migrate'");
    }

    [Fact]
    public async Task MigrateAtStart_fills_an_empty_database_and_serves()
    {
        using var place = await Place.On("postgres");
        await using var program = place.Serve();
        using var client = place.ClientOf(await program.Listening());
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
    }

    private static async Task RequirePassword(PostgresServer server, string role)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            create role {role} login password 'another';
            do $$ begin
                execute format(
                    'copy (values (''host all {role} 127.0.0.1/32 scram-sha-256''), (''host all all 127.0.0.1/32 trust'')) to %L',
                    current_setting('hba_file'));
                perform pg_reload_conf();
            end $$;
            """,
            connection
        );
        await command.ExecuteNonQueryAsync();
    }
}
