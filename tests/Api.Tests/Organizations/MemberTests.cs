using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Organizations;

public sealed class MemberTestsOnSqlite(SqliteApi api) : MemberTests(api);

public sealed class MemberTestsOnPostgres(PostgresApi api) : MemberTests(api);

public abstract class MemberTests(TestApi api)
{
    [Fact]
    public async Task Another_role_holds_at_once()
    {
        var acme = await api.NewTenant();
        var key = await acme.As("member");
        Assert.Equal(201, (await key.Post("/contacts", new { first_name = "Jane" })).Status);
        await acme.Patch(await People.MemberOf(acme, key), new { role_id = await People.Role(acme, "viewer") });
        Assert.Equal((403, 200), ((await key.Post("/contacts", new { first_name = "Jane" })).Status, (await key.Get("/contacts")).Status));
    }

    [Fact]
    public async Task A_disabled_members_keys_are_refused_at_once_and_work_again_when_enabled()
    {
        var acme = await api.NewTenant();
        var key = await acme.As("member");
        var path = await People.MemberOf(acme, key);
        await acme.Patch(path, new { status = "disabled" });
        var refused = await key.Get("/contacts");
        Assert.Equal((401, "Invalid API key"), (refused.Status, refused["message"].GetString()));
        await acme.Patch(path, new { status = "active" });
        Assert.Equal(200, (await key.Get("/contacts")).Status);
    }

    [Fact]
    public async Task The_last_owner_is_neither_disabled_nor_given_another_role()
    {
        var acme = await api.NewTenant();
        var path = await People.MemberOf(acme, acme);
        Reply[] replies =
        [
            await acme.Patch(path, new { status = "disabled" }),
            await acme.Patch(path, new { role_id = await People.Role(acme, "admin") }),
        ];
        Assert.All(
            replies,
            reply => Assert.Equal((409, "An organization keeps at least one active owner"), (reply.Status, reply["message"].GetString()))
        );
    }

    [Fact]
    public async Task Two_owners_who_disable_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var acme = await api.NewTenant();
            var second = acme.With(await api.NewKey(acme.OrganizationId, "owner", $"second-{acme.OrganizationId}@example.com"));
            string[] paths = [await People.MemberOf(acme, second), await People.MemberOf(acme, acme)];
            var replies = await Task.WhenAll(
                acme.Patch(paths[0], new { status = "disabled" }),
                second.Patch(paths[1], new { status = "disabled" })
            );
            Assert.Single(replies, reply => reply.Status == 200);
        }
    }

    [Fact]
    public async Task A_changed_member_is_answered_as_it_is_read()
    {
        var acme = await api.NewTenant();
        var path = await People.MemberOf(acme, await acme.As("member"));
        var changed = await acme.Patch(path, new { role_id = await People.Role(acme, "viewer") });
        Assert.Equal((await acme.Get(path)).Text, changed.Text);
    }

    [Fact]
    public async Task One_of_two_owners_may_go()
    {
        var acme = await api.NewTenant();
        var second = acme.With(await api.NewKey(acme.OrganizationId, "owner", $"second-{acme.OrganizationId}@example.com"));
        var path = await People.MemberOf(acme, acme);
        Assert.Equal(200, (await second.Patch(path, new { status = "disabled" })).Status);
        Assert.Equal(409, (await second.Patch(await People.MemberOf(second, second), new { status = "disabled" })).Status);
    }

    [Fact]
    public async Task Only_owners_make_and_change_owners()
    {
        var acme = await api.NewTenant();
        var admin = await acme.As("admin");
        var (owner, viewer) = (await People.Role(acme, "owner"), await People.Role(acme, "viewer"));
        await api.NewKey(acme.OrganizationId, "owner", $"second-{acme.OrganizationId}@example.com");
        Reply[] replies =
        [
            await admin.Post("/members", new { email = $"third-{acme.OrganizationId}@example.com", role_id = owner }),
            await admin.Patch(await People.MemberOf(acme, admin), new { role_id = owner }),
            await admin.Patch(await People.MemberOf(acme, acme), new { role_id = viewer }),
            await admin.Patch(await People.MemberOf(acme, acme), new { status = "disabled" }),
        ];
        Assert.Equal([403, 403, 403, 403], replies.Select(reply => reply.Status));
    }

    [Fact]
    public async Task An_organization_without_an_owner_still_takes_members_in()
    {
        var acme = await api.NewTenant();
        var globex = await api.Do(services => MakeOrganization(services));
        var admin = new Tenant(api, globex, await api.NewKey(globex, "admin"));
        Assert.Equal(
            201,
            (await admin.Post("/members", new { email = $"a-{globex}@example.com", role_id = await People.Role(admin, "viewer") })).Status
        );
        Assert.NotEqual(acme.OrganizationId, globex);
    }

    [Fact]
    public async Task Nobody_is_a_member_twice()
    {
        var acme = await api.NewTenant();
        var role = await People.Role(acme, "viewer");
        var email = $"jane-{acme.OrganizationId}@example.com";
        await acme.Create("/members", new { email, role_id = role });
        Assert.Equal(409, (await acme.Post("/members", new { email = email.ToUpperInvariant(), role_id = role })).Status);
    }

    [Fact]
    public async Task A_member_of_two_organizations_is_each_time_who_the_key_says()
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        var email = $"both-{acme.OrganizationId}@example.com";
        var inAcme = await acme.With(await api.NewKey(acme.OrganizationId, "viewer", email)).Get("/me");
        var inGlobex = await globex.With(await api.NewKey(globex.OrganizationId, "member", email)).Get("/me");
        Assert.Equal(inAcme["user_id"].GetInt64(), inGlobex["user_id"].GetInt64());
        Assert.Equal(("viewer", acme.OrganizationId), (inAcme["role"].GetString(), inAcme["organization_id"].GetInt64()));
        Assert.Equal(("member", globex.OrganizationId), (inGlobex["role"].GetString(), inGlobex["organization_id"].GetInt64()));
    }

    [Fact]
    public async Task A_member_of_two_organizations_who_is_disabled_in_one_works_on_in_the_other()
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        var email = $"both-{acme.OrganizationId}@example.com";
        var inAcme = acme.With(await api.NewKey(acme.OrganizationId, "viewer", email));
        var inGlobex = globex.With(await api.NewKey(globex.OrganizationId, "viewer", email));
        await acme.Patch(await People.MemberOf(acme, inAcme), new { status = "disabled" });
        Assert.Equal((401, 200), ((await inAcme.Get("/contacts")).Status, (await inGlobex.Get("/contacts")).Status));
    }

    [Fact]
    public async Task Me_tells_who_calls_and_what_they_may_do()
    {
        var acme = await api.NewTenant();
        var key = await acme.As("viewer", "contacts:view", "contacts:create");
        var me = await key.Get("/me");
        Assert.Equal($"viewer-{acme.OrganizationId}@example.com", me["email"].GetString());
        Assert.Equal("""{"contacts":["view"]}""", me["permissions"].GetRawText());
        Assert.False(me["allow_bulk"].GetBoolean());
    }

    private static async Task<long> MakeOrganization(IServiceProvider services) =>
        await ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(
            new Application.Organizations.CreateOrganization("Without an owner")
        );
}
