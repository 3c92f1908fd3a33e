using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Writes;

public sealed class PreconditionTestsOnSqlite(SqliteApi api) : PreconditionTests(api);

public sealed class PreconditionTestsOnPostgres(PostgresApi api) : PreconditionTests(api);

/// <summary>ETags: reading again what has not changed, and changing only what was read.</summary>
public abstract class PreconditionTests(TestApi api)
{
    [Fact]
    public async Task A_record_carries_its_version_as_ETag_and_may_be_kept()
    {
        var acme = await api.NewTenant();
        var created = await acme.Post("/contacts", new { first_name = "Jane" });
        var path = created.Header("Location")!;
        Assert.Equal("\"1\"", created.Header("ETag"));
        Assert.Equal("\"2\"", (await acme.Patch(path, new { first_name = "Joan" })).Header("ETag"));
        var read = await acme.Get(path);
        Assert.Equal(("\"2\"", "no-cache, private"), (read.Header("ETag"), read.Header("Cache-Control")));
        Assert.Null((await acme.Get("/contacts")).Header("ETag"));
    }

    [Theory]
    [InlineData("\"1\"", 304)]
    [InlineData("W/\"1\"", 304)]
    [InlineData("\"7\", \"1\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"2\"", 200)]
    [InlineData("\"x\"", 200)]
    [InlineData("nonsense", 200)]
    public async Task A_read_of_what_is_known_is_304_without_a_body(string tag, int status)
    {
        var (acme, path) = await Contact();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var reply = await acme.Send(method, path, null, ("If-None-Match", tag));
            Assert.Equal((status, "\"1\""), (reply.Status, reply.Header("ETag")));
            Assert.True(status == 200 || (reply.Text.Length == 0 && reply.Header("RateLimit") is not null));
        }
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("\"7\", \"1\"", 200)]
    [InlineData("*", 200)]
    [InlineData("\"2\"", 412)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"x\"", 412)]
    [InlineData("nonsense", 400)]
    [InlineData("", 400)]
    public async Task A_change_is_made_only_to_the_version_that_it_names(string tag, int status)
    {
        foreach (var (method, body) in new[] { ("PATCH", "{\"first_name\":\"x\"}"), ("PUT", "{\"first_name\":\"x\"}"), ("DELETE", null) })
        {
            var (acme, path) = await Contact();
            var reply = await acme.Send(HttpMethod.Parse(method), path, body, ("If-Match", tag));
            Assert.Equal(status, reply.Status);
            if (status == 412)
                Assert.Equal(1, reply["data"].GetProperty("version").GetInt32());
            if (status != 200)
                Assert.Equal("Jane", (await acme.Get(path))["first_name"].GetString());
        }
    }

    [Fact]
    public async Task The_record_comes_before_the_condition_and_the_permission_before_both()
    {
        var (acme, path) = await Contact();
        var viewer = await acme.As("owner", "contacts:view");
        Assert.Equal(404, (await acme.Send(HttpMethod.Patch, "/contacts/999999", "{}", ("If-Match", "\"1\""))).Status);
        Assert.Equal(400, (await acme.Send(HttpMethod.Patch, path, "{\"x\":1}", ("If-Match", "\"9\""))).Status);
        Assert.Equal(403, (await viewer.Send(HttpMethod.Patch, path, "{}", ("If-Match", "nonsense"))).Status);
    }

    [Fact]
    public async Task If_Match_where_no_one_record_is_meant_is_400()
    {
        var acme = await (await api.NewTenant()).AsBulk();
        Assert.Equal(400, (await acme.Send(HttpMethod.Post, "/contacts", "{\"first_name\":\"x\"}", ("If-Match", "*"))).Status);
        Assert.Equal(400, (await acme.Send(HttpMethod.Delete, "/contacts?first_name=x", null, ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task A_member_is_shown_again_when_its_role_got_another_name()
    {
        var acme = await api.NewTenant();
        var role = await acme.Create("/roles", new { name = "Old", permissions = new[] { "contacts:view" } });
        var id = role.GetProperty("id").GetInt64();
        var member = await acme.Post("/members", new { email = $"m{acme.OrganizationId}@example.com", role_id = id });
        await acme.Patch($"/roles/{id}", new { name = "New" });
        var reply = await acme.Send(HttpMethod.Get, member.Header("Location")!, null, ("If-None-Match", "\"1\""));
        Assert.Equal((200, "New"), (reply.Status, reply["role"].GetString()));
    }

    [Fact]
    public async Task Of_five_hundred_changes_at_once_as_many_win_as_there_are_versions()
    {
        var (acme, path) = await Contact();
        var replies = new List<Reply>();
        for (var round = 1; round <= 5; round++)
        {
            var tag = (await acme.Get(path)).Header("ETag")!;
            replies.AddRange(
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 100)
                        .Select(n => acme.Send(HttpMethod.Patch, path, new { lead_score = (100 * round) + n }, ("If-Match", tag)))
                )
            );
        }

        var winners = replies.Count(reply => reply.Status == 200);
        Assert.Equal((5, 495), (winners, replies.Count(reply => reply.Status == 412)));
        Assert.Equal(1 + winners, (await acme.Get(path))["version"].GetInt32());
    }

    private async Task<(Tenant Tenant, string Path)> Contact()
    {
        var acme = await api.NewTenant();
        return (acme, (await acme.Post("/contacts", new { first_name = "Jane" })).Header("Location")!);
    }
}
