using System.Text.Json.Nodes;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Errors;

public sealed class ErrorBodyTestsOnSqlite(SqliteApi api) : ErrorBodyTests(api);

public sealed class ErrorBodyTestsOnPostgres(PostgresApi api) : ErrorBodyTests(api);

/// <summary>The golden table: every refusal in both of its forms.</summary>
public abstract class ErrorBodyTests(TestApi api)
{
    private static readonly string[] DocumentedAccepts =
    [
        "",
        "*/*",
        "application/json",
        "application/problem+json;q=0.5, application/json",
        "application/problem+json;q=0.9, application/json;q=0.9",
        "application/*",
        "nonsense",
    ];

    private static readonly string[] ProblemAccepts =
    [
        "application/problem+json",
        "application/json;q=0.5, application/problem+json",
        "application/problem+json, */*;q=0.1",
    ];

    public static TheoryData<string, string> Documented { get; } = Matrix(DocumentedAccepts);

    public static TheoryData<string, string> Problems { get; } = Matrix(ProblemAccepts);

    public static TheoryData<string> Names { get; } = [.. ErrorCase.All.Keys];

    [Theory, MemberData(nameof(Documented))]
    public async Task An_error_is_answered_in_the_documented_form(string name, string accept)
    {
        var (reply, expected) = await Send(name, accept);
        Assert.Equal(expected, reply.Text);
        Assert.Equal((ErrorCase.All[name].Status, "application/json; charset=utf-8"), (reply.Status, reply.Header("Content-Type")));
    }

    [Theory, MemberData(nameof(Problems))]
    public async Task An_error_is_answered_as_RFC_9457_to_a_client_that_prefers_it(string name, string accept)
    {
        var (reply, documented) = await Send(name, accept);
        Assert.Equal(AsProblem(JsonNode.Parse(documented)!.AsObject(), reply), reply.Text);
        Assert.Equal((ErrorCase.All[name].Status, "application/problem+json"), (reply.Status, reply.Header("Content-Type")));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_error_says_which_request_it_was(string name)
    {
        var (reply, _) = await Send(name, "");
        Assert.NotEmpty(reply.Header("X-Request-Id")!);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Only_a_401_asks_for_a_key(string name)
    {
        var (reply, _) = await Send(name, "");
        Assert.Equal(reply.Status == 401 ? "ApiKey realm=\"AchieveApex\"" : null, reply.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("no permission")]
    [InlineData("no record")]
    [InlineData("unknown address")]
    [InlineData("unknown query field")]
    public async Task The_error_of_a_HEAD_has_the_headers_and_no_body(string name)
    {
        var error = ErrorCase.All[name];
        var reply = await error.Send(await api.NewTenant(), null, "HEAD");
        Assert.Equal((error.Status, "", "application/json; charset=utf-8"), (reply.Status, reply.Text, reply.Header("Content-Type")));
    }

    private async Task<(Reply Reply, string Expected)> Send(string name, string accept)
    {
        var acme = await api.NewTenant();
        var body = new { email = "taken@example.com" };
        var taken = (await acme.Send(HttpMethod.Post, "/contacts", body, ("Idempotency-Key", "used")))["id"].GetRawText();
        var expected = ErrorCase.All[name].Expected.Replace("_id\":0", $"_id\":{taken}", StringComparison.Ordinal);
        return (await ErrorCase.All[name].Send(acme, accept.Length == 0 ? null : accept, id: taken), expected);
    }

    private static string AsProblem(JsonObject documented, Reply reply)
    {
        var title = reply["title"].GetString();
        var problem = new JsonObject
        {
            ["type"] = $"urn:achieveapex:error:{documented["className"]}",
            ["title"] = title,
            ["status"] = documented["code"]!.DeepClone(),
            ["detail"] = documented["message"]!.DeepClone(),
            ["instance"] = $"urn:request:{reply.Header("X-Request-Id")}",
        };
        foreach (var (key, value) in documented.Where(member => member.Key != "message"))
            problem[key] = value?.DeepClone();

        return problem.ToJsonString(Application.Resources.WireFormat.Options);
    }

    private static TheoryData<string, string> Matrix(string[] accepts)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in ErrorCase.All.Keys)
        foreach (var accept in accepts)
            data.Add(name, accept);

        return data;
    }
}
