using AchieveApex.Support;
using Npgsql;
using Xunit;

namespace AchieveApex.Infrastructure.Tests;

public sealed class PostgresServerFailureTests : IAsyncLifetime
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

    private static async Task<object?> Query(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
