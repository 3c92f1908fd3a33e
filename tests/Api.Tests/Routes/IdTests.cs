using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Routes;

public sealed class IdTestsOnSqlite(SqliteApi api) : IdTests(api);

public sealed class IdTestsOnPostgres(PostgresApi api) : IdTests(api);

/// <summary>Whatever is no id of the organization's records is not found, and nobody can tell why.</summary>
public abstract class IdTests(TestApi api)
{
    private static readonly object Jane = new { first_name = "Jane" };

    public static MatrixTheoryData<string, string> Malformed { get; } =
        new(
            ["GET", "PUT", "PATCH", "DELETE"],
            ["abc", "1.5", "-1", "0", "01", "+1", "1e0", "0x1", "99999999999999999999", "9007199254740992", "null", "NaN", "1,2", "é"]
        );

    [Theory, MemberData(nameof(Malformed))]
    public async Task A_malformed_id_is_not_found(string method, string id)
    {
        var acme = await api.NewTenant();
        var reply = await acme.Send(HttpMethod.Parse(method), $"/contacts/{id}", method is "PUT" or "PATCH" ? Jane : null);
        Assert.Equal(
            (404, $$"""{"name":"NotFound","message":"No record found for id '{{id}}'","code":404,"className":"not-found"}"""),
            (reply.Status, reply.Text)
        );
    }

    [Fact]
    public async Task An_escaped_id_is_the_same_id()
    {
        var acme = await api.NewTenant();
        var answer = await RawRequest.Send(api.Address, "GET /contacts/%39%39%39999999999", $"x-api-key: {acme.Key}\r\n");
        Assert.EndsWith(
            """{"name":"NotFound","message":"No record found for id '999999999999'","code":404,"className":"not-found"}""",
            answer,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("1%00")]
    [InlineData("%20")]
    [InlineData("1%0a")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%FF")]
    [InlineData("..%2F1")]
    public async Task An_id_of_odd_bytes_is_refused_without_a_fault(string id)
    {
        var acme = await api.NewTenant();
        var answer = await RawRequest.Send(api.Address, $"GET /contacts/{id}", $"x-api-key: {acme.Key}\r\n");
        Assert.True(RawRequest.StatusOf(answer) is 400 or 404, answer);
    }

    [Fact]
    public async Task A_long_id_is_not_repeated_in_full()
    {
        var reply = await (await api.NewTenant()).Get($"/contacts/{new string('9', 5000)}");
        Assert.Equal($"No record found for id '{new string('9', 40)}…'", reply["message"].GetString());
    }
}
