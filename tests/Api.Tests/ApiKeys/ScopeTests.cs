using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.ApiKeys;

public sealed class ScopeTestsOnSqlite(SqliteApi api) : ScopeTests(api);

public sealed class ScopeTestsOnPostgres(PostgresApi api) : ScopeTests(api);

/// <summary>A key's scopes cut with its user's role: every cell.</summary>
public abstract class ScopeTests(TestApi api)
{
    private static readonly string[] Actions = ["view", "create", "update", "delete"];

    // What each grants on contacts, said by hand.
    private static readonly Dictionary<string, string[]> Scopes = new()
    {
        ["*"] = Actions,
        ["*:*"] = Actions,
        ["contacts:*"] = Actions,
        ["*:view"] = ["view"],
        ["contacts:view"] = ["view"],
        ["contacts:create"] = ["create"],
        ["contacts:update"] = ["update"],
        ["*:delete"] = ["delete"],
        ["roles:*"] = [],
    };

    [Theory]
    [InlineData("owner", "view create update delete")]
    [InlineData("admin", "view create update delete")]
    [InlineData("member", "view create update delete")]
    [InlineData("viewer", "view")]
    public async Task A_key_may_do_what_both_its_scopes_and_its_users_role_allow(string role, string roleAllows)
    {
        var acme = await api.NewTenant();
        foreach (var (scope, scopeAllows) in Scopes)
        {
            var key = await acme.As(role, scope);
            foreach (var action in Actions)
            {
                var id = (await acme.Create("/contacts", new { first_name = "Jane" })).GetProperty("id").GetInt64();
                var reply = await Try(key, action, id);
                var isAllowed = scopeAllows.Contains(action) && roleAllows.Split(' ').Contains(action);
                Assert.Equal((scope, action, isAllowed ? "" : Sentence(action)), (scope, action, Refusal(reply)));
            }
        }
    }

    [Theory]
    [InlineData("member")]
    [InlineData("viewer")]
    public async Task Keys_members_and_roles_are_not_reached_by_the_star_of_ordinary_roles(string role)
    {
        var key = await (await api.NewTenant()).As(role);
        foreach (var path in (string[])["/api-keys", "/members", "/roles"])
            Assert.Equal(403, (await key.Get(path)).Status);
    }

    private static Task<Reply> Try(Tenant key, string action, long id) =>
        action switch
        {
            "view" => key.Get($"/contacts/{id}"),
            "create" => key.Post("/contacts", new { first_name = "John" }),
            "update" => key.Patch($"/contacts/{id}", new { first_name = "John" }),
            _ => key.Delete($"/contacts/{id}"),
        };

    private static string Sentence(string action) =>
        $"Access denied: You do not have permission to {action} contacts. Please contact your organization administrator.";

    private static string Refusal(Reply reply) => reply.Status < 300 ? "" : reply["message"].GetString()!;
}
