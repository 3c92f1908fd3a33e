using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Writes;

public sealed class UpsertTestsOnSqlite(SqliteApi api) : UpsertTests(api);

public sealed class UpsertTestsOnPostgres(PostgresApi api) : UpsertTests(api);

/// <summary>PUT by a key of the client's own: the record is replaced, or created.</summary>
public abstract class UpsertTests(TestApi api)
{
    [Theory]
    [InlineData("/contacts/by-email/jane@example.com", "email", "jane@example.com")]
    [InlineData("/contacts/by-external-id/crm%3A17", "external_id", "crm:17")]
    [InlineData("/contacts/by-external-id/a%2Fb%252F%C3%A4", "external_id", "a/b%2Fä")]
    public async Task A_record_that_is_not_there_is_created_under_the_key(string path, string field, string value)
    {
        var acme = await api.NewTenant();
        var reply = await acme.Put(path, new { first_name = "Jane" });
        Assert.Equal((201, value, "Jane"), (reply.Status, reply[field].GetString(), reply["first_name"].GetString()));
        Assert.Equal($"/contacts/{reply["id"]}", reply.Header("Location"));
        Assert.Equal(reply.Text, (await acme.Get(reply.Header("Location")!)).Text);
    }

    [Theory]
    [InlineData("/contacts/by-email/jane@example.com")]
    [InlineData("/contacts/by-email/JANE@example.com/")]
    [InlineData("/contacts/by-external-id/17")]
    public async Task A_record_that_is_there_is_replaced(string path)
    {
        var acme = await api.NewTenant();
        var jane = await acme.Create(
            "/contacts",
            new
            {
                email = "jane@example.com",
                external_id = "17",
                job_title = "CTO",
            }
        );
        var reply = await acme.Put(path, new { first_name = "Jane" });
        Assert.Equal((200, null), (reply.Status, reply.Header("Location")));
        Assert.Equal(jane.GetProperty("id").GetInt64(), reply["id"].GetInt64());
        Assert.Equal(("Jane", null, 2), (reply["first_name"].GetString(), reply["job_title"].GetString(), reply["version"].GetInt32()));
    }

    [Fact]
    public async Task A_body_that_repeats_the_key_is_fine_and_one_that_contradicts_is_400()
    {
        var acme = await api.NewTenant();
        Assert.Equal(201, (await acme.Put("/contacts/by-external-id/17", new { first_name = "Jane", external_id = "17" })).Status);
        var reply = await acme.Put("/contacts/by-external-id/17", new { first_name = "Jane", external_id = "18" });
        Assert.Equal((400, "external_id"), (reply.Status, reply["errors"].EnumerateObject().Single().Name));
    }

    [Fact]
    public async Task What_is_not_valid_is_not_kept()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Put("/contacts/by-email/nonsense", new { lead_score = "x" });
        Assert.Equal(["email", "lead_score"], reply["errors"].EnumerateObject().Select(problem => problem.Name).Order());
        Assert.Equal(0, (await acme.Get("/contacts"))["total"].GetInt32());
    }

    [Fact]
    public async Task Many_at_once_make_one_record()
    {
        var acme = await api.NewTenant();
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => acme.Put("/contacts/by-email/jane@example.com", new { lead_score = n }))
        );
        Assert.Equal(1, replies.Count(reply => reply.Status == 201));
        Assert.Equal(19, replies.Count(reply => reply.Status == 200));
        Assert.Equal(1, (await acme.Get("/contacts"))["total"].GetInt32());
    }

    [Fact]
    public async Task Another_organization_s_record_is_not_found_by_its_key()
    {
        var (acme, other) = (await api.NewTenant(), await api.NewTenant());
        await acme.Put("/contacts/by-external-id/17", new { first_name = "Jane" });
        Assert.Equal(201, (await other.Put("/contacts/by-external-id/17", new { first_name = "Joan" })).Status);
        Assert.Equal("Jane", (await acme.Get("/contacts?external_id=17"))["data"][0].GetProperty("first_name").GetString());
    }

    [Theory]
    [InlineData("contacts:update", "create")]
    [InlineData("contacts:create", "update")]
    public async Task It_needs_both_permissions(string scope, string missing)
    {
        var half = await (await api.NewTenant()).As("owner", scope);
        var reply = await half.Put("/contacts/by-external-id/17", "{");
        Assert.Equal(403, reply.Status);
        Assert.Contains($"permission to {missing} contacts.", reply["message"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_Match_is_about_a_record_that_is_there_and_If_None_Match_about_one_that_is_not()
    {
        var acme = await api.NewTenant();
        Task<Reply> Put(string header, string value) =>
            acme.Send(HttpMethod.Put, "/contacts/by-external-id/17", new { first_name = "Jane" }, (header, value));
        Assert.Equal(412, (await Put("If-Match", "*")).Status);
        Assert.Equal(201, (await Put("If-None-Match", "*")).Status);
        Assert.Equal(412, (await Put("If-None-Match", "*")).Status);
        Assert.Equal(200, (await Put("If-Match", "*")).Status);
    }

    [Fact]
    public async Task Roles_are_put_by_external_id_as_every_resource_that_is_replaced()
    {
        var acme = await api.NewTenant();
        var role = new { name = "Reader", permissions = new[] { "contacts:view" } };
        Assert.Equal(201, (await acme.Put("/roles/by-external-id/r1", role)).Status);
        Assert.Equal(200, (await acme.Put("/roles/by-external-id/r1", role)).Status);
    }
}
