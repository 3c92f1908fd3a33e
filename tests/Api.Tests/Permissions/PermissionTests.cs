using AchieveApex.Api.Tests.Tenancy;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Permissions;

public sealed class PermissionTestsOnSqlite(SqliteApi api) : PermissionTests(api);

public sealed class PermissionTestsOnPostgres(PostgresApi api) : PermissionTests(api);

/// <summary>Every operation of the running program, called without the right to it.</summary>
public abstract class PermissionTests(TestApi api)
{
    private static readonly Dictionary<string, string> ByMethod = new()
    {
        ["GET"] = "view",
        ["HEAD"] = "view",
        ["POST"] = "create",
        ["PUT"] = "update",
        ["PATCH"] = "update",
        ["DELETE"] = "delete",
    };

    private static readonly string[] Makers = ["/rotate", "/follow-up"];

    [Theory]
    [InlineData("1", "", "{}")]
    [InlineData("nonsense", "?nonsense[[$=1&$limit=x", "{ this is no JSON")]
    [InlineData("1", "?$or=x", "[]")]
    public async Task Without_the_right_the_sentence_names_it_whatever_else_is_wrong(string id, string query, string body)
    {
        var nobody = await Without(await api.NewTenant(), []);
        foreach (var operation in Operations.Of(api).Where(operation => operation.Method != HttpMethod.Head))
        {
            var reply = await nobody.Send(operation.Method, operation.Path(id) + query, operation.Fields is null ? null : body);
            Assert.Equal((403, $"{operation}: {Sentence(operation)}"), (reply.Status, $"{operation}: {reply["message"].GetString()}"));
        }
    }

    [Fact]
    public async Task A_head_request_needs_the_same_right_as_the_read()
    {
        var nobody = await Without(await api.NewTenant(), []);
        foreach (var operation in Operations.Of(api).Where(operation => operation.Method == HttpMethod.Head))
            Assert.Equal(403, (await nobody.Send(operation.Method, operation.Path(1))).Status);
    }

    [Fact]
    public async Task The_rights_that_an_operation_names_are_enough_to_pass()
    {
        var acme = await api.NewTenant();
        foreach (var operation in Operations.Of(api))
        {
            var key = await Without(acme, [.. Verbs(operation).Select(verb => $"{operation.Collection[1..]}:{verb}")]);
            var reply = await key.Send(operation.Method, operation.Path(TwoTenants.Absent), operation.Fields is null ? null : "{}");
            Assert.NotEqual((operation, 403), (operation, reply.Status));
        }
    }

    // A merge changes one record and removes the other.
    private static string[] Verbs(Operation operation) =>
        operation is { Template: "/contacts/{id}/merge" or "/companies/{id}/merge" } ? ["update", "delete"] : [Verb(operation)];

    // What a command makes of a record may be another one.
    private static string Verb(Operation operation) =>
        operation.Method == HttpMethod.Post && operation.HasId && !Makers.Any(operation.Template.EndsWith)
            ? "update"
            : ByMethod[operation.Method.Method];

    private static string Sentence(Operation operation) =>
        $"Access denied: You do not have permission to {Verb(operation)} {operation.Collection[1..].Replace('-', ' ')}."
        + " Please contact your organization administrator.";

    private static async Task<Tenant> Without(Tenant tenant, string[] scopes)
    {
        var made = await tenant.Create("/api-keys", new { name = "Narrow", scopes });
        return tenant.With(made.GetProperty("key").GetString()!);
    }
}
