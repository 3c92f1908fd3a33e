using System.Globalization;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Routes;

public sealed class UniquenessTestsOnSqlite(SqliteApi api) : UniquenessTests(api);

public sealed class UniquenessTestsOnPostgres(PostgresApi api) : UniquenessTests(api);

/// <summary>An address and an external id are a contact's alone, within its organization.</summary>
public abstract class UniquenessTests(TestApi api)
{
    [Fact]
    public async Task An_address_is_kept_as_typed_without_the_space_around_it()
    {
        var contact = await (await api.NewTenant()).Create("/contacts", new { email = " Jane@Example.com\t" });
        Assert.Equal("Jane@Example.com", contact.GetProperty("email").GetString());
    }

    [Theory]
    [InlineData("email", "jane@example.com", "JANE@EXAMPLE.COM")]
    [InlineData("email", "jane@example.com", "  jane@example.com  ")]
    [InlineData("email", "jÄne@example.com", "JäNE@example.com")]
    [InlineData("external_id", "x-1", "x-1")]
    public async Task A_taken_value_is_409_on_creation_replacement_and_patch(string field, string first, string second)
    {
        var acme = await api.NewTenant();
        var id = (await acme.Create("/contacts", Body(field, first))).GetProperty("id").GetInt64();
        var other = $"/contacts/{(await acme.Create("/contacts", new { last_name = "Roe" })).GetProperty("id")}";
        Reply[] replies =
        [
            await acme.Post("/contacts", Body(field, second)),
            await acme.Put(other, Body(field, second)),
            await acme.Patch(other, Body(field, second)),
        ];
        Assert.All(replies, reply => Assert.Equal(Taken(field, id), reply.Text));
        Assert.Equal(1, (await acme.Get(other))["version"].GetInt32());
    }

    [Theory]
    [InlineData("external_id", "x-1", "X-1")]
    [InlineData("external_id", "x-1", " x-1")]
    [InlineData("email", "jane@example.com", "jane+1@example.com")]
    public async Task Another_value_is_free(string field, string first, string second)
    {
        var acme = await api.NewTenant();
        await acme.Create("/contacts", Body(field, first));
        Assert.Equal(201, (await acme.Post("/contacts", Body(field, second))).Status);
    }

    [Fact]
    public async Task The_same_values_are_free_in_another_organization()
    {
        var body = new { email = "jane@example.com", external_id = "x-1" };
        await (await api.NewTenant()).Create("/contacts", body);
        Assert.Equal(201, (await (await api.NewTenant()).Post("/contacts", body)).Status);
    }

    [Fact]
    public async Task Any_number_of_contacts_have_no_address()
    {
        var acme = await api.NewTenant();
        await acme.Create("/contacts", new { last_name = "Doe" });
        Assert.Equal(201, (await acme.Post("/contacts", new { last_name = "Doe" })).Status);
    }

    [Fact]
    public async Task A_removed_contact_s_values_are_free_again()
    {
        var acme = await api.NewTenant();
        var body = new { email = "jane@example.com", external_id = "x-1" };
        await acme.Delete($"/contacts/{(await acme.Create("/contacts", body)).GetProperty("id")}");
        Assert.Equal(201, (await acme.Post("/contacts", body)).Status);
    }

    [Fact]
    public async Task A_contact_may_change_the_case_of_its_own_address()
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create("/contacts", new { email = "jane@example.com" });
        var reply = await acme.Patch($"/contacts/{contact.GetProperty("id")}", new { email = "Jane@Example.com" });
        Assert.Equal((200, "Jane@Example.com"), (reply.Status, reply["email"].GetString()));
    }

    [Fact]
    public async Task A_caller_who_may_not_read_is_not_told_whose_value_it_is()
    {
        var acme = await api.NewTenant();
        await acme.Create("/contacts", new { email = "jane@example.com" });
        var reply = await (await acme.As("owner", "contacts:create")).Post("/contacts", new { email = "jane@example.com" });
        Assert.Equal(
            """{"name":"Conflict","message":"email is already in use","code":409,"className":"conflict","errors":{"email":["is already in use"]}}""",
            reply.Text
        );
    }

    [Fact]
    public async Task Of_many_creations_at_once_exactly_one_gets_the_address()
    {
        var acme = await api.NewTenant();
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 24)
                .Select(i => acme.Post("/contacts", new { email = i % 2 == 0 ? "jane@example.com" : "JANE@example.com" }))
        );
        Assert.Equal(1, replies.Count(reply => reply.Status == 201));
        Assert.Equal(23, replies.Count(reply => reply.Status == 409));
        Assert.Equal(1, (await acme.Get("/contacts"))["total"].GetInt32());
    }

    private static Dictionary<string, string> Body(string field, string value) => new() { ["last_name"] = "Doe", [field] = value };

    private static string Taken(string field, long id) =>
        """{"name":"Conflict","message":"FIELD is already in use","code":409,"className":"conflict","data":{"existing_id":ID},"errors":{"FIELD":["is already in use"]}}"""
            .Replace("FIELD", field, StringComparison.Ordinal)
            .Replace("ID", id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
