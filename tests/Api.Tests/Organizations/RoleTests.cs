using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Organizations;

public sealed class RoleTestsOnSqlite(SqliteApi api) : RoleTests(api);

public sealed class RoleTestsOnPostgres(PostgresApi api) : RoleTests(api);

public abstract class RoleTests(TestApi api)
{
    [Fact]
    public async Task Every_organization_starts_with_the_four_built_in_roles()
    {
        var acme = await api.NewTenant();
        var roles = (await acme.Get("/roles?$sort[id]=1"))["data"].EnumerateArray();
        Assert.Equal(
            ["owner [\"*\"] True", "admin [\"*\"] True", "member [\"*:*\"] True", "viewer [\"*:view\"] True"],
            roles.Select(role =>
                $"{role.GetProperty("name")} {role.GetProperty("permissions").GetRawText()} {role.GetProperty("is_system")}"
            )
        );
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("admin")]
    [InlineData("member")]
    [InlineData("viewer")]
    public async Task A_built_in_role_is_neither_changed_nor_removed(string name)
    {
        var acme = await api.NewTenant();
        var path = $"/roles/{await People.Role(acme, name)}";
        var before = await acme.Get(path);
        Reply[] replies =
        [
            await acme.Patch(path, new { name = "mine" }),
            await acme.Put(path, new { name = "mine", permissions = new[] { "*" } }),
            await acme.Delete(path),
        ];
        Assert.Equal([409, 409, 409], replies.Select(reply => reply.Status));
        Assert.Equal(before.Text, (await acme.Get(path)).Text);
    }

    [Fact]
    public async Task A_role_does_not_become_built_in_by_saying_so()
    {
        var acme = await api.NewTenant();
        var role = await acme.Create(
            "/roles",
            new
            {
                name = "sales",
                permissions = new[] { "contacts:*" },
                is_system = true,
            }
        );
        Assert.False(role.GetProperty("is_system").GetBoolean());
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "permissions")]
    [InlineData("""{"permissions":["*"]}""", "name")]
    [InlineData("""{"name":"x","permissions":["nothing:view"]}""", "permissions")]
    [InlineData("""{"name":"x","permissions":["contacts:fly"]}""", "permissions")]
    [InlineData("""{"name":"x","permissions":["**"]}""", "permissions")]
    public async Task What_a_role_cannot_be_is_refused_on_the_field(string body, string field)
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/roles", body);
        Assert.Equal(400, reply.Status);
        Assert.Equal([field], reply["errors"].EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task Two_roles_of_an_organization_do_not_share_a_name()
    {
        var acme = await api.NewTenant();
        await acme.Create("/roles", new { name = "sales", permissions = new[] { "contacts:*" } });
        var second = await acme.Post("/roles", new { name = "sales", permissions = new[] { "contacts:*" } });
        Assert.Equal((409, true), (second.Status, second["errors"].TryGetProperty("name", out _)));
        Assert.Equal(
            201,
            (await (await api.NewTenant()).Post("/roles", new { name = "sales", permissions = new[] { "contacts:*" } })).Status
        );
    }

    [Fact]
    public async Task A_role_that_somebody_has_is_not_removed()
    {
        var acme = await api.NewTenant();
        var role = await acme.Create("/roles", new { name = "sales", permissions = new[] { "contacts:*" } });
        await acme.As("sales");
        var reply = await acme.Delete($"/roles/{role.GetProperty("id")}");
        Assert.Equal((409, "The record is still in use (members: 1) and cannot be removed"), (reply.Status, reply["message"].GetString()));
    }

    [Theory]
    [InlineData("contacts:view", "200 403 403 403")]
    [InlineData("contacts:create", "403 201 403 403")]
    [InlineData("contacts:update", "403 403 200 403")]
    [InlineData("contacts:delete", "403 403 403 200")]
    [InlineData("contacts:*", "200 201 200 200")]
    [InlineData("*:*", "200 201 200 200")]
    [InlineData("*:update", "403 403 200 403")]
    [InlineData("roles:*", "403 403 403 403")]
    public async Task A_role_of_ones_own_allows_what_it_says_and_nothing_else(string permission, string statuses)
    {
        var acme = await api.NewTenant();
        await acme.Create("/roles", new { name = "custom", permissions = new[] { permission } });
        var key = await acme.As("custom");
        var path = $"/contacts/{(await acme.Create("/contacts", new { first_name = "Jane" })).GetProperty("id")}";
        Reply[] replies =
        [
            await key.Get(path),
            await key.Post("/contacts", new { first_name = "John" }),
            await key.Patch(path, new { first_name = "John" }),
            await key.Delete(path),
        ];
        Assert.Equal(statuses, string.Join(' ', replies.Select(reply => reply.Status)));
    }

    [Fact]
    public async Task A_changed_role_holds_at_once_for_the_keys_of_those_who_have_it()
    {
        var acme = await api.NewTenant();
        var role = await acme.Create("/roles", new { name = "sales", permissions = new[] { "contacts:*" } });
        var key = await acme.As("sales");
        Assert.Equal(201, (await key.Post("/contacts", new { first_name = "Jane" })).Status);
        await acme.Patch($"/roles/{role.GetProperty("id")}", new { permissions = new[] { "contacts:view" } });
        Assert.Equal(403, (await key.Post("/contacts", new { first_name = "Jane" })).Status);
    }
}
