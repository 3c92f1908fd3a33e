using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Writes;

public sealed class BulkTestsOnSqlite(SqliteApi api) : BulkTests(api);

public sealed class BulkTestsOnPostgres(PostgresApi api) : BulkTests(api);

/// <summary>PATCH and DELETE for every match of a query.</summary>
public abstract class BulkTests(TestApi api)
{
    private const string ListMethods = "GET, HEAD, POST";

    [Fact]
    public async Task A_patch_changes_every_match_and_nothing_else()
    {
        var acme = await Tenant(["Jane", "Jane", "Joan"]);
        var reply = await acme.Patch("/contacts?first_name=Jane", new { job_title = "CTO" });
        Assert.Equal((200, 2), (reply.Status, reply.Body.GetArrayLength()));
        Assert.All(reply.Body.EnumerateArray(), contact => Assert.Equal("CTO", contact.GetProperty("job_title").GetString()));
        Assert.Equal(2, await Total(acme, "job_title=CTO"));
        Assert.Equal(1, await Total(acme, "job_title[$ne]=CTO"));
    }

    [Fact]
    public async Task A_delete_removes_every_match_and_answers_with_them()
    {
        var acme = await Tenant(["Jane", "Jane", "Joan"]);
        var reply = await acme.Delete("/contacts?$or[0][first_name]=Jane&$or[1][first_name]=Nobody&$select[]=first_name");
        Assert.Equal((200, 2), (reply.Status, reply.Body.GetArrayLength()));
        Assert.Equal(["id", "first_name"], reply.Body[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, await Total(acme));
    }

    [Fact]
    public async Task No_match_is_an_empty_array()
    {
        var reply = await (await Tenant(["Jane"])).Delete("/contacts?first_name=Nobody");
        Assert.Equal((200, "[]"), (reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("/contacts")]
    [InlineData("/contacts?")]
    [InlineData("/contacts?$select[]=id")]
    [InlineData("/contacts?dry_run=true")]
    public async Task Without_a_condition_nothing_is_changed(string path)
    {
        var acme = await Tenant(["Jane", "Joan"]);
        Assert.Equal((400, 400), ((await acme.Delete(path)).Status, (await acme.Patch(path, new { job_title = "x" })).Status));
        Assert.Equal(2, await Total(acme, "job_title[$ne]=x"));
    }

    [Theory]
    [InlineData("$limit=1")]
    [InlineData("$skip=1")]
    [InlineData("$sort[id]=1")]
    [InlineData("$total=false")]
    [InlineData("frist_name=x")]
    [InlineData("dry_run=perhaps")]
    public async Task A_parameter_that_makes_no_sense_is_400(string parameter)
    {
        var acme = await Tenant(["Jane"]);
        Assert.Equal(400, (await acme.Delete($"/contacts?first_name=Jane&{parameter}")).Status);
        Assert.Equal(1, await Total(acme));
    }

    [Fact]
    public async Task A_hundred_matches_are_changed_and_one_more_is_too_many()
    {
        var acme = await Tenant(Enumerable.Repeat("Jane", 100));
        Assert.Equal(100, (await acme.Patch("/contacts?first_name=Jane", new { job_title = "CTO" })).Body.GetArrayLength());
        await acme.Create("/contacts", new { first_name = "Jane" });
        var (patch, delete) = (
            await acme.Patch("/contacts?first_name=Jane", new { job_title = "CEO" }),
            await acme.Delete("/contacts?first_name=Jane")
        );
        Assert.Equal((400, 400), (patch.Status, delete.Status));
        Assert.Contains("more than 100 records", patch["message"].GetString(), StringComparison.Ordinal);
        Assert.Equal(100, await Total(acme, "job_title=CTO"));
    }

    [Fact]
    public async Task One_record_that_cannot_be_changed_leaves_all_as_they_were()
    {
        var acme = await Tenant(["Jane"]);
        var mail = await acme.Create("/contacts", new { email = "a@example.com", company_name = "Acme" });
        await acme.Patch("/contacts?first_name=Jane", new { company_name = "Acme" });
        var reply = await acme.Patch("/contacts?company_name=Acme", new { first_name = (string?)null, company_name = "Other" });
        var jane = (await acme.Get("/contacts?first_name=Jane"))["data"][0].GetProperty("id");
        Assert.Equal((400, $"{jane}.email"), (reply.Status, reply["errors"].EnumerateObject().Single().Name));
        Assert.Equal(2, await Total(acme, "company_name=Acme"));
        Assert.Equal(1, (await acme.Get($"/contacts/{mail.GetProperty("id")}"))["version"].GetInt32());
    }

    [Fact]
    public async Task A_body_with_problems_is_refused_even_if_nothing_matches()
    {
        var acme = await Tenant([]);
        Assert.Equal(400, (await acme.Patch("/contacts?first_name=Nobody", new { frist_name = "x" })).Status);
    }

    [Fact]
    public async Task A_key_without_the_right_has_no_such_method()
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create("/contacts", new { first_name = "Jane" });
        foreach (var reply in new[] { await acme.Delete("/contacts?first_name=Jane"), await acme.Patch("/contacts?x=y", new { }) })
            Assert.Equal((405, ListMethods), (reply.Status, Allowed(reply)));
        Assert.Equal(200, (await acme.Get($"/contacts/{contact.GetProperty("id")}")).Status);
    }

    [Fact]
    public async Task A_key_with_the_right_has_the_methods()
    {
        var acme = await Tenant([]);
        Assert.Equal("DELETE, GET, HEAD, PATCH, POST", Allowed(await acme.Put("/contacts", new { })));
    }

    [Fact]
    public async Task The_right_without_the_permission_is_403_in_the_documented_words()
    {
        var viewer = await (await api.NewTenant()).AsBulk("contacts:view");
        var (patch, delete) = (await viewer.Patch("/contacts?{", "{"), await viewer.Delete("/contacts?x"));
        Assert.Equal((403, 403), (patch.Status, delete.Status));
        Assert.Contains("permission to bulk update contacts.", patch["message"].GetString(), StringComparison.Ordinal);
        Assert.Contains("permission to bulk delete contacts.", delete["message"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_of_others_do_not_match()
    {
        var (acme, other) = (await Tenant(["Jane"]), await Tenant(["Jane"]));
        Assert.Equal(1, (await acme.Delete("/contacts?first_name=Jane")).Body.GetArrayLength());
        Assert.Equal(1, await Total(other));
    }

    private async Task<Tenant> Tenant(IEnumerable<string> names)
    {
        var acme = await (await api.NewTenant()).AsBulk();
        Assert.Equal(201, (await acme.Post("/contacts", JsonSerializer.Serialize(names.Select(name => new { first_name = name })))).Status);
        return acme;
    }

    private static async Task<int> Total(Tenant tenant, string query = "") =>
        (await tenant.Get($"/contacts?$limit=0&{query}"))["total"].GetInt32();

    private static string? Allowed(Reply reply) =>
        reply.Header("Allow") is { } allow ? string.Join(", ", allow.Split(", ").Order(StringComparer.Ordinal)) : null;
}
