using AchieveApex.Support;
using Npgsql;
using Xunit;

namespace AchieveApex.Infrastructure.Tests;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task A_database_is_a_copy_of_its_template()
    {
        var server = await PostgresServer.Shared;
        var original = await server.CreateDatabase();
        await Query(original, "create table words (word text); insert into words values ('in both')");
        var copy = await server.CreateDatabase(Name(original));
        await Query(copy, "insert into words values ('only in the copy')");
        Assert.Equal((2L, 1L), (await Query(copy, "select count(*) from words"), await Query(original, "select count(*) from words")));
    }

    [Fact]
    public async Task A_role_connects_with_its_own_name()
    {
        var server = await PostgresServer.Shared;
        await Query(server.ConnectionString("postgres"), "create role clerk login");
        Assert.Equal("clerk", await Query(server.ConnectionString("postgres", "clerk"), "select current_user::text"));
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
