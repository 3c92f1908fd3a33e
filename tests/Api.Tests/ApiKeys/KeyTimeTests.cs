using System.Text.Json;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace AchieveApex.Api.Tests.ApiKeys;

public sealed class KeyTimeTestsOnSqlite(ClockedSqlite server) : KeyTimeTests(server), IClassFixture<ClockedSqlite>;

public sealed class KeyTimeTestsOnPostgres(ClockedPostgres server) : KeyTimeTests(server), IClassFixture<ClockedPostgres>;

public abstract class KeyTimeTests(Clocked server)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_key_works_until_the_moment_that_it_expires()
    {
        var acme = await server.Api.NewTenant();
        var (_, key) = await NewKey(acme, new { name = "x", expires_at = server.Clock.GetUtcNow().AddSeconds(10) });
        server.Clock.Advance(TimeSpan.FromSeconds(9.999));
        Assert.Equal(200, (await key.Get("/contacts")).Status);
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(401, (await key.Get("/contacts")).Status);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1h", 3_600)]
    [InlineData("24h", 86_400)]
    [InlineData("7d", 604_800)]
    public async Task A_rotated_key_works_on_for_the_overlap_and_not_a_moment_longer(string overlap, int seconds)
    {
        var acme = await server.Api.NewTenant();
        var (path, old) = await NewKey(acme, new { name = "x" });
        Assert.Equal(200, (await old.Get("/contacts")).Status);
        var successor = acme.With((await acme.Post($"{path}/rotate", new { overlap }))["key"].GetString()!);
        if (seconds > 0)
        {
            server.Skip(TimeSpan.FromSeconds(seconds) - Second);
            Assert.Equal((200, 200), ((await old.Get("/contacts")).Status, (await successor.Get("/contacts")).Status));
            server.Clock.Advance(Second);
        }

        Assert.Equal((401, 200), ((await old.Get("/contacts")).Status, (await successor.Get("/contacts")).Status));
    }

    [Fact]
    public async Task An_overlap_does_not_outlast_the_old_keys_own_expiry()
    {
        var acme = await server.Api.NewTenant();
        var expiry = server.Clock.GetUtcNow().AddMinutes(10);
        var (path, _) = await NewKey(acme, new { name = "x", expires_at = expiry });
        var successor = await acme.Post($"{path}/rotate", new { overlap = "7d" });
        Assert.Equal(expiry, successor["expires_at"].GetDateTimeOffset());
        Assert.Equal(expiry, (await acme.Get(path))["expires_at"].GetDateTimeOffset());
    }

    [Fact]
    public async Task A_successor_inherits_everything()
    {
        var acme = await server.Api.NewTenant();
        var made = new
        {
            name = "x",
            scopes = new[] { "contacts:view" },
            allowed_ips = new[] { "127.0.0.1" },
            custom_fields = new { team = "ops" },
        };
        var (path, _) = await NewKey(acme, made);
        var (old, successor) = (await acme.Get(path), await acme.Post($"{path}/rotate", new { }));
        foreach (var name in (string[])["name", "user_id", "scopes", "allowed_ips", "allow_bulk", "status", "expires_at", "custom_fields"])
            Assert.Equal(old[name].GetRawText(), successor[name].GetRawText());
        Assert.Equal(old["id"].GetInt64(), successor["rotated_from_id"].GetInt64());
    }

    [Theory]
    [InlineData("""{"status":"deactivated"}""")]
    [InlineData("""{"expires_at":"2029-12-31T00:00:00Z"}""")]
    public async Task A_key_that_does_not_work_is_not_rotated(string change)
    {
        var acme = await server.Api.NewTenant();
        var (path, _) = await NewKey(acme, new { name = "x" });
        await acme.Patch(path, change);
        var reply = await acme.Post($"{path}/rotate", new { });
        Assert.Equal((400, "Only a key that works can be rotated."), (reply.Status, reply["message"].GetString()));
    }

    [Theory]
    [InlineData("""{"overlap":"2h"}""")]
    [InlineData("""{"overlap":null}""")]
    [InlineData("""{"overlap":1}""")]
    public async Task An_unknown_overlap_is_refused_on_the_field(string body)
    {
        var acme = await server.Api.NewTenant();
        var (path, _) = await NewKey(acme, new { name = "x" });
        var reply = await acme.Post($"{path}/rotate", body);
        Assert.Equal(400, reply.Status);
        Assert.True(reply["errors"].TryGetProperty("overlap", out _));
    }

    [Fact]
    public async Task When_a_key_was_used_is_written_half_a_minute_later_and_not_while_the_request_waits()
    {
        var acme = await server.Api.NewTenant();
        var (path, key) = await NewKey(acme, new { name = "x" });
        var used = server.Clock.GetUtcNow();
        Assert.Equal(200, (await key.Get("/contacts")).Status);
        var sql = $"select last_used_ip from api_keys where id = {path.Split('/')[^1]}";
        var database = new RawDatabase(server.Api);
        Assert.Null(await database.Scalar<string>(sql));
        server.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await Eventually.Is(async () => await database.Scalar<string>(sql) == "127.0.0.1", Patience));
        var read = await acme.Get(path);
        Assert.Equal((used, 1), (read["last_used_at"].GetDateTimeOffset(), read["version"].GetInt32()));
    }

    private static async Task<(string Path, Tenant As)> NewKey(Tenant tenant, object fields)
    {
        JsonElement made = await tenant.Create("/api-keys", fields);
        return ($"/api-keys/{made.GetProperty("id")}", tenant.With(made.GetProperty("key").GetString()!));
    }
}

public sealed class KeyUseAtShutdownTests
{
    [Fact]
    public async Task When_keys_were_used_is_written_at_shutdown_on_sqlite()
    {
        await using var api = new SqliteApi();
        Assert.Equal("127.0.0.1", await LastAddress(api));
    }

    [Fact]
    public async Task When_keys_were_used_is_written_at_shutdown_on_postgres()
    {
        await using var api = new PostgresApi();
        Assert.Equal("127.0.0.1", await LastAddress(api));
    }

    private static async Task<string?> LastAddress(TestApi api)
    {
        await api.InitializeAsync();
        var acme = await api.NewTenant();
        Assert.Equal(200, (await acme.Get("/contacts")).Status);
        await api.Services.GetRequiredService<IHost>().StopAsync();
        return await new RawDatabase(api).Scalar<string>(
            $"select last_used_ip from api_keys where organization_id = {acme.OrganizationId}"
        );
    }
}
