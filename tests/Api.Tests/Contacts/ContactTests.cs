using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Contacts;

public sealed class ContactTestsOnSqlite(SqliteApi api) : ContactTests(api);

public sealed class ContactTestsOnPostgres(PostgresApi api) : ContactTests(api);

public abstract class ContactTests(TestApi api)
{
    [Fact]
    public async Task Patches_cannot_pile_up_custom_fields_without_end()
    {
        var acme = await api.NewTenant();
        var path = $"/contacts/{(await acme.Create("/contacts", new { first_name = "Jane" })).GetProperty("id")}";
        var piled = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            var texts = Enumerable.Repeat(new string('x', 1000), 20);
            piled.Add((await acme.Patch(path, new { custom_fields = new Dictionary<string, object> { [$"k{i}"] = texts } })).Status);
        }

        Assert.Equal([200, 200, 200, 400, 400], piled);
    }

    [Theory]
    [InlineData("a@b\n.com")]
    [InlineData("a b@example.com")]
    [InlineData("@example.com")]
    [InlineData("jane@")]
    [InlineData("a@b@example.com")]
    public async Task What_is_no_email_address_is_refused(string email)
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/contacts", new { email });
        Assert.Equal("""{"email":["must be a valid email address"]}""", reply["errors"].GetRawText());
    }

    [Fact]
    public async Task Patches_of_many_at_once_are_all_kept()
    {
        var acme = await api.NewTenant();
        var path = $"/contacts/{(await acme.Create("/contacts", new { first_name = "Jane" })).GetProperty("id")}";
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => acme.Patch(path, new { custom_fields = new Dictionary<string, int> { [$"k{i}"] = i } }))
        );
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(8, (await acme.Get(path))["custom_fields"].EnumerateObject().Count());
    }

    [Fact]
    public async Task A_created_contact_is_read_back_as_it_was_answered()
    {
        var acme = await api.NewTenant();
        var created = await acme.Create(
            "/contacts",
            new
            {
                first_name = "Jane",
                email = "Jane@Example.com",
                lead_score = 7,
            }
        );
        var read = await acme.Get($"/contacts/{created.GetProperty("id")}");
        Assert.Equal(created.GetRawText(), read.Text);
    }

    [Fact]
    public async Task A_list_has_exactly_the_four_documented_keys_in_their_order()
    {
        var acme = await api.NewTenant();
        await acme.Create("/contacts", new { first_name = "Jane" });
        var list = await acme.Get("/contacts");
        Assert.Equal(["total", "limit", "skip", "data"], list.Body.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task A_second_contact_with_the_same_address_in_another_case_is_refused_with_the_first_ones_id()
    {
        var acme = await api.NewTenant();
        var first = await acme.Create("/contacts", new { email = "jane@example.com" });
        var second = await acme.Post("/contacts", new { email = " JANE@example.com" });
        Assert.Equal(409, second.Status);
        Assert.Equal(first.GetProperty("id").GetInt64(), second["data"].GetProperty("existing_id").GetInt64());
    }

    [Fact]
    public async Task An_owner_who_is_no_member_is_refused_on_the_field()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/contacts", new { first_name = "Jane", owner_id = 999_999 });
        Assert.Equal("""{"owner_id":["names no record of your organization"]}""", reply["errors"].GetRawText());
    }

    [Fact]
    public async Task A_removed_contact_is_answered_once_and_then_not_found()
    {
        var acme = await api.NewTenant();
        var path = $"/contacts/{(await acme.Create("/contacts", new { first_name = "Jane" })).GetProperty("id")}";
        var replies = new[] { await acme.Delete(path), await acme.Delete(path), await acme.Get(path) };
        Assert.Equal([200, 404, 404], replies.Select(reply => reply.Status));
    }
}
