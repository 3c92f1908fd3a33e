using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Writes;

public sealed class ArrayTestsOnSqlite(SqliteApi api) : ArrayTests(api);

public sealed class ArrayTestsOnPostgres(PostgresApi api) : ArrayTests(api);

/// <summary>Many records by one POST: all of them or none.</summary>
public abstract class ArrayTests(TestApi api)
{
    [Fact]
    public async Task An_array_makes_its_records_in_its_order()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/contacts", Enumerable.Range(0, 100).Select(n => new { first_name = $"n{n}" }));
        Assert.Equal(201, reply.Status);
        Assert.Equal(Enumerable.Range(0, 100).Select(n => $"n{n}"), Names(reply));
        Assert.Equal(100, await Total(acme));
        Assert.Null(reply.Header("Location"));
    }

    [Fact]
    public async Task An_empty_array_makes_nothing()
    {
        var reply = await (await api.NewTenant()).Post("/contacts", " []");
        Assert.Equal((201, "[]"), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task The_problems_of_all_items_are_named_by_index_and_nothing_is_made()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/contacts", """[{"first_name":"a"},{"email":"nonsense","lead_score":"x"},7,{"frist_name":"b"}]""");
        Assert.Equal((400, "Validation failed"), (reply.Status, reply["message"].GetString()));
        string[] expected = ["1.lead_score", "1.email", "2", "3.frist_name", "3.email"];
        Assert.Equal(expected.Order(), reply["errors"].EnumerateObject().Select(problem => problem.Name).Order());
        Assert.Equal(0, await Total(acme));
    }

    [Fact]
    public async Task What_is_taken_is_named_by_index_and_nothing_is_made()
    {
        var acme = await api.NewTenant();
        var jane = await acme.Create("/contacts", new { email = "jane@example.com" });
        var reply = await acme.Post("/contacts", """[{"email":"a@example.com"},{"email":"b@example.com"},{"email":"Jane@example.com"}]""");
        Assert.Equal((409, "is already in use"), (reply.Status, reply["errors"].GetProperty("2.email")[0].GetString()));
        Assert.Equal(jane.GetProperty("id").GetInt64(), reply["data"].GetProperty("existing_id").GetInt64());
        Assert.Equal(1, await Total(acme));
    }

    [Fact]
    public async Task Two_items_that_collide_make_nothing()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/contacts", """[{"email":"a@example.com"},{"email":"A@example.com"}]""");
        Assert.Equal((409, true), (reply.Status, reply["errors"].TryGetProperty("1.email", out _)));
        Assert.Equal(0, await Total(acme));
    }

    [Fact]
    public async Task A_reference_to_nothing_is_named_by_index()
    {
        var reply = await (await api.NewTenant()).Post("/contacts", """[{"first_name":"a"},{"first_name":"b","owner_id":999999}]""");
        Assert.Equal((400, true), (reply.Status, reply["errors"].TryGetProperty("1.owner_id", out _)));
    }

    [Fact]
    public async Task More_than_a_hundred_items_are_refused_and_the_limit_is_named()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/contacts", Enumerable.Range(0, 101).Select(n => new { first_name = $"n{n}" }));
        Assert.Equal((400, "The array has 101 items. At most 100 are allowed."), (reply.Status, reply["message"].GetString()));
        Assert.Equal(0, await Total(acme));
    }

    [Fact]
    public async Task An_item_of_another_organization_is_403_and_nothing_is_made()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/contacts", """[{"first_name":"a"},{"first_name":"b","organization_id":1}]""");
        Assert.Equal((403, 0), (reply.Status, await Total(acme)));
    }

    [Fact]
    public async Task Without_the_permission_even_a_malformed_array_is_403()
    {
        var viewer = await (await api.NewTenant()).As("owner", "contacts:view");
        Assert.Equal(403, (await viewer.Post("/contacts", "[{")).Status);
    }

    [Fact]
    public async Task Malformed_JSON_in_an_array_is_named_by_its_place()
    {
        var reply = await (await api.NewTenant()).Post("/contacts", "[{\"first_name\":\"a\"},\n{]");
        Assert.Equal((400, "Malformed JSON at line 2, position 2"), (reply.Status, reply["message"].GetString()));
    }

    [Fact]
    public async Task Select_shapes_every_item_of_the_answer()
    {
        var reply = await (await api.NewTenant()).Post("/contacts?$select[]=last_name", """[{"last_name":"a"},{"last_name":"b"}]""");
        Assert.All(reply.Body.EnumerateArray(), item => Assert.Equal(["id", "last_name"], item.EnumerateObject().Select(m => m.Name)));
    }

    [Fact]
    public async Task Keys_are_made_by_an_array_each_with_its_secret()
    {
        var reply = await (await api.NewTenant()).Post("/api-keys", """[{"name":"a"},{"name":"b"}]""");
        Assert.Equal(201, reply.Status);
        Assert.Equal(2, reply.Body.EnumerateArray().Select(key => key.GetProperty("key").GetString()).Distinct().Count());
    }

    private static IEnumerable<string?> Names(Reply reply) =>
        reply.Body.EnumerateArray().Select(contact => contact.GetProperty("first_name").GetString());

    private static async Task<int> Total(Tenant tenant) => (await tenant.Get("/contacts?$limit=0"))["total"].GetInt32();
}
