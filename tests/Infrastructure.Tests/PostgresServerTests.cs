using AchieveApex.Support;
using Npgsql;
using Xunit;

namespace AchieveApex.Infrastructure.Tests;

public sealed class PostgresServerTests : IAsyncLifetime
{
    private PostgresServer server = null!;
    private string database = null!;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.Start();
        database = await server.CreateDatabase();
        await Query(database, "create table words (word text); insert into words values ('kept')");
        await Query(database, "checkpoint");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_database_is_a_copy_of_its_template()
    {
        var copy = await server.CreateDatabase(Name(database));
        await Query(copy, "insert into words values ('only in the copy')");
        Assert.Equal((2L, 1L), (await Query(copy, "select count(*) from words"), await Query(database, "select count(*) from words")));
    }

    [Fact]
    public async Task A_killed_server_answers_nobody_until_it_is_started_again()
    {
        await server.Kill();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Query(database, "select word from words"));
        await server.Restart();
        Assert.Equal("kept", await Query(database, "select word from words"));
    }

    [Fact]
    public async Task A_running_server_can_be_restarted()
    {
        await server.Restart();
        Assert.Equal("kept", await Query(database, "select word from words"));
    }

    [Fact]
    public async Task A_paused_server_answers_when_it_is_resumed()
    {
        server.Pause();
        var answer = Query(database, "select word from words");
        Assert.NotSame(answer, await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(300))));
        server.Resume();
        Assert.Equal("kept", await answer);
    }

    [Fact]
    public async Task A_paused_server_can_be_stopped()
    {
        server.Pause();
        await server.DisposeAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Query(database, "select 1"));
    }

    [Fact]
    public async Task A_role_connects_with_its_own_name()
    {
        await Query(database, "create role clerk login");
        Assert.Equal("clerk", await Query(server.ConnectionString(Name(database), "clerk"), "select current_user::text"));
    }

    [Fact]
    public async Task The_shared_server_is_one_server() => Assert.Same(await PostgresServer.Shared, await PostgresServer.Shared);

    private static string Name(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static async Task<object?> Query(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
