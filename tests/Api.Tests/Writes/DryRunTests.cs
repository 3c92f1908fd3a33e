using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Writes;

public sealed class DryRunTestsOnSqlite(SqliteApi api) : DryRunTests(api);

public sealed class DryRunTestsOnPostgres(PostgresApi api) : DryRunTests(api);

/// <summary>A write that is checked and answered, and not kept.</summary>
public abstract class DryRunTests(TestApi api)
{
    [Theory]
    [InlineData("POST", "/contacts", """{"first_name":"New"}""", 201)]
    [InlineData("POST", "/contacts", """[{"first_name":"New"},{"first_name":"Newer"}]""", 201)]
    [InlineData("PUT", "/contacts/:id", """{"first_name":"New"}""", 200)]
    [InlineData("PUT", "/contacts/by-external-id/new", """{"first_name":"New"}""", 201)]
    [InlineData("PUT", "/contacts/by-external-id/old", """{"first_name":"New"}""", 200)]
    [InlineData("PATCH", "/contacts/:id", """{"first_name":"New"}""", 200)]
    [InlineData("PATCH", "/contacts?first_name=Jane", """{"first_name":"New"}""", 200)]
    [InlineData("DELETE", "/contacts/:id", null, 200)]
    [InlineData("DELETE", "/contacts?first_name=Jane", null, 200)]
    public async Task It_is_answered_as_the_write_would_be_and_changes_nothing(string method, string path, string? body, int status)
    {
        var acme = await (await api.NewTenant()).AsBulk();
        var jane = await acme.Create("/contacts", new { first_name = "Jane", external_id = "old" });
        var before = await acme.Get("/contacts");
        path = path.Replace(":id", jane.GetProperty("id").GetRawText(), StringComparison.Ordinal);
        var reply = await acme.Send(HttpMethod.Parse(method), path + (path.Contains('?') ? "&" : "?") + "dry_run=true", body);
        Assert.Equal((status, "true", null), (reply.Status, reply.Header("Dry-Run"), reply.Header("Location")));
        Assert.Contains(method == "DELETE" ? "\"Jane\"" : "\"New\"", reply.Text, StringComparison.Ordinal);
        Assert.Equal(before.Text, (await acme.Get("/contacts")).Text);
    }

    [Fact]
    public async Task It_says_what_the_write_would_run_into()
    {
        var acme = await api.NewTenant();
        await acme.Create("/contacts", new { email = "jane@example.com" });
        Assert.Equal(409, (await acme.Post("/contacts?dry_run=true", new { email = "jane@example.com" })).Status);
        Assert.Equal(400, (await acme.Post("/contacts?dry_run=true", new { email = "nonsense" })).Status);
        Assert.Equal(404, (await acme.Patch("/contacts/999999?dry_run=true", new { })).Status);
        Assert.Equal(403, (await (await acme.As("owner", "contacts:view")).Post("/contacts?dry_run=true", new { email = "x" })).Status);
    }

    [Fact]
    public async Task A_key_that_is_tried_does_not_work()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/api-keys?dry_run=true", new { name = "tried" });
        Assert.Equal(201, reply.Status);
        Assert.Equal(401, (await acme.With(reply["key"].GetString()!).Get("/me")).Status);
    }

    [Fact]
    public async Task False_is_an_ordinary_write_and_anything_else_is_400()
    {
        var acme = await api.NewTenant();
        Assert.Equal(400, (await acme.Post("/contacts?dry_run=perhaps", new { first_name = "Jane" })).Status);
        Assert.Equal(400, (await acme.Post("/contacts?dry_run=true&dry_run=false", new { first_name = "Jane" })).Status);
        Assert.Equal(201, (await acme.Post("/contacts?dry_run=false", new { first_name = "Jane" })).Status);
        Assert.Equal(1, (await acme.Get("/contacts"))["total"].GetInt32());
    }

    [Fact]
    public async Task It_leaves_its_idempotency_key_free()
    {
        var acme = await api.NewTenant();
        Task<Reply> Post(string query) =>
            acme.Send(HttpMethod.Post, "/contacts" + query, new { first_name = "Jane" }, ("Idempotency-Key", "k"));
        Assert.Equal((201, null), ((await Post("?dry_run=true")).Status, (await Post("?dry_run=true")).Header("Idempotent-Replayed")));
        var real = await Post("");
        Assert.Equal((201, null), (real.Status, real.Header("Idempotent-Replayed")));
        Assert.Equal(1, (await acme.Get("/contacts"))["total"].GetInt32());
    }

    [Fact]
    public async Task A_read_knows_no_dry_run()
    {
        Assert.Equal(400, (await (await api.NewTenant()).Get("/contacts?dry_run=true")).Status);
    }
}
