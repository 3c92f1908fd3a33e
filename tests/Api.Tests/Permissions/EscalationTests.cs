using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Permissions;

public sealed class EscalationTestsOnSqlite(SqliteApi api) : EscalationTests(api);

public sealed class EscalationTestsOnPostgres(PostgresApi api) : EscalationTests(api);

/// <summary>Nobody gives, changes or takes what they do not have themselves.</summary>
public abstract class EscalationTests(TestApi api)
{
    [Theory]
    [InlineData("""{"name":"x","scopes":["contacts:create"]}""", 403)]
    [InlineData("""{"name":"x","scopes":["*"]}""", 403)]
    [InlineData("""{"name":"x"}""", 403)]
    [InlineData("""{"name":"x","scopes":["*:*"]}""", 403)]
    [InlineData("""{"name":"x","scopes":["contacts:view"],"allow_bulk":true}""", 403)]
    [InlineData("""{"name":"x","scopes":["contacts:view","api-keys:delete"]}""", 201)]
    [InlineData("""{"name":"x","scopes":["*:view"]}""", 201)]
    public async Task A_key_makes_no_key_that_may_do_more(string body, int status)
    {
        var narrow = await Narrow(await api.NewTenant());
        Assert.Equal(status, (await narrow.Post("/api-keys", body)).Status);
    }

    [Theory]
    [InlineData("""{"name":"x","permissions":["contacts:create"]}""", 403)]
    [InlineData("""{"name":"x","permissions":["*"]}""", 403)]
    [InlineData("""{"name":"x","permissions":["contacts:view","roles:update"]}""", 201)]
    public async Task A_key_makes_no_role_that_may_do_more(string body, int status)
    {
        var narrow = await Narrow(await api.NewTenant());
        Assert.Equal(status, (await narrow.Post("/roles", body)).Status);
    }

    [Theory]
    [InlineData("PATCH", "", """{"name":"mine"}""")]
    [InlineData("PATCH", "", """{"scopes":["contacts:view"]}""")]
    [InlineData("DELETE", "", null)]
    [InlineData("POST", "/rotate", "{}")]
    public async Task A_key_does_not_touch_a_stronger_key(string method, string suffix, string? body)
    {
        var acme = await api.NewTenant();
        var narrow = await Narrow(acme);
        var strong = await acme.Create("/api-keys", new { name = "Strong" });
        var reply = await narrow.Send(new(method), $"/api-keys/{strong.GetProperty("id")}{suffix}", body);
        Assert.Equal(403, reply.Status);
    }

    [Theory]
    [InlineData("""{"scopes":["*"]}""")]
    [InlineData("""{"scopes":null}""")]
    [InlineData("""{"allow_bulk":true}""")]
    public async Task A_key_does_not_widen_itself(string body)
    {
        var acme = await api.NewTenant();
        var narrow = await Narrow(acme);
        var me = (await narrow.Get("/me"))["api_key_id"].GetInt64();
        Assert.Equal(403, (await narrow.Patch($"/api-keys/{me}", body)).Status);
    }

    [Theory]
    [InlineData("PATCH", """{"name":"mine"}""")]
    [InlineData("PUT", """{"name":"mine","permissions":["contacts:view"]}""")]
    [InlineData("DELETE", null)]
    public async Task A_key_does_not_touch_a_stronger_role(string method, string? body)
    {
        var acme = await api.NewTenant();
        var narrow = await Narrow(acme);
        var role = await acme.Create("/roles", new { name = "strong", permissions = new[] { "contacts:*" } });
        Assert.Equal(403, (await narrow.Send(new(method), $"/roles/{role.GetProperty("id")}", body)).Status);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    public async Task A_key_does_not_strengthen_a_weak_role(string method)
    {
        var acme = await api.NewTenant();
        var narrow = await Narrow(acme);
        var role = await acme.Create("/roles", new { name = "weak", permissions = new[] { "contacts:view" } });
        var body = new { name = "weak", permissions = new[] { "contacts:*" } };
        Assert.Equal(403, (await narrow.Send(new(method), $"/roles/{role.GetProperty("id")}", body)).Status);
    }

    [Fact]
    public async Task A_key_in_anothers_name_needs_its_scopes_covered_since_the_other_may_rise()
    {
        var acme = await api.NewTenant();
        var narrow = await acme.As("admin", "api-keys:*", "contacts:view");
        var other = (await (await acme.As("viewer")).Get("/me"))["user_id"].GetInt64();
        var wide = await narrow.Post("/api-keys", new { name = "Mine", user_id = other });
        var fitting = await narrow.Post(
            "/api-keys",
            new
            {
                name = "Mine",
                user_id = other,
                scopes = new[] { "contacts:view" },
            }
        );
        Assert.Equal((403, 201), (wide.Status, fitting.Status));
    }

    [Fact]
    public async Task A_key_takes_nobody_in_with_a_stronger_role_and_gives_nobody_one()
    {
        var acme = await api.NewTenant();
        var narrow = await Narrow(acme);
        var (viewer, admin) = (await People.Role(acme, "viewer"), await People.Role(acme, "admin"));
        var weak = await acme.Create("/members", new { email = $"weak-{acme.OrganizationId}@example.com", role_id = viewer });
        var strong = await acme.Create("/members", new { email = $"strong-{acme.OrganizationId}@example.com", role_id = admin });
        Reply[] replies =
        [
            await narrow.Post("/members", new { email = $"new-{acme.OrganizationId}@example.com", role_id = admin }),
            await narrow.Patch($"/members/{weak.GetProperty("id")}", new { role_id = admin }),
            await narrow.Patch($"/members/{strong.GetProperty("id")}", new { role_id = viewer }),
            await narrow.Patch($"/members/{strong.GetProperty("id")}", new { status = "disabled" }),
        ];
        Assert.Equal([403, 403, 403, 403], replies.Select(reply => reply.Status));
    }

    [Fact]
    public async Task An_admin_does_not_get_hold_of_an_owners_rights_by_a_key_in_the_owners_name()
    {
        var acme = await api.NewTenant();
        var owner = await acme.Get("/me");
        var admin = await acme.As("admin");
        var made = await admin.Post("/api-keys", new { name = "x", user_id = owner["user_id"] });
        var rotated = await admin.Post($"/api-keys/{owner["api_key_id"]}/rotate", new { });
        Assert.Equal([403, 403], [made.Status, rotated.Status]);
    }

    private static async Task<Tenant> Narrow(Tenant tenant)
    {
        var viewing = (await tenant.Get("/me"))["permissions"].EnumerateObject().Select(resource => $"{resource.Name}:view");
        string[] scopes = ["api-keys:*", "roles:*", "members:*", .. viewing];
        var made = await tenant.Create("/api-keys", new { name = "Narrow", scopes });
        return tenant.With(made.GetProperty("key").GetString()!);
    }
}
