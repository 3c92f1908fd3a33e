using System.Globalization;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Documentation;

public sealed class PageTestsOnSqlite(SqliteApi api) : PageTests(api);

public sealed class PageTestsOnPostgres(PostgresApi api) : PageTests(api);

/// <summary>The published page, held to the letter.</summary>
public abstract class PageTests(TestApi api)
{
    private const string Host = "https://api.achieveapex.com";

    [Theory]
    [InlineData("nonsense")]
    [InlineData("aax_000000000000000000000000000000000000")]
    public async Task A_wrong_key_is_answered_as_documented(string key)
    {
        var reply = await (await api.NewTenant()).With(key).Get("/contacts");
        Assert.Equal(Page.Compact(Page.Under("401 — Invalid API Key")), reply.Text);
    }

    [Fact]
    public async Task A_missing_key_is_answered_like_a_wrong_one_but_says_so()
    {
        var reply = await Reply.To(api.Anonymous(), new(HttpMethod.Get, "/contacts"));
        var documented = Page.Compact(Page.Under("401 — Invalid API Key"));
        Assert.Equal(documented.Replace("Invalid API key", "Missing API key", StringComparison.Ordinal), reply.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_empty_key_is_a_missing_one(string key)
    {
        var answer = await RawRequest.Send(api.Address, "GET /contacts", $"x-api-key: {key}\r\n");
        Assert.Contains("Missing API key", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_caller_is_answered_as_documented()
    {
        var reply = await (await (await api.NewTenant()).As("owner", "roles:view")).Get("/contacts");
        Assert.Equal((403, Page.Compact(Page.Under("403 — Insufficient Permissions"))), (reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("POST", "/contacts", "create")]
    [InlineData("PUT", "/contacts/1", "update")]
    [InlineData("PATCH", "/contacts/1", "update")]
    [InlineData("DELETE", "/contacts/1", "delete")]
    public async Task A_refused_write_names_its_verb(string method, string path, string verb)
    {
        var reader = await (await api.NewTenant()).As("owner", "contacts:view");
        var reply = await reader.Send(HttpMethod.Parse(method), path, "{");
        Assert.Equal(
            Page.Compact(Page.Under("403 — Insufficient Permissions")).Replace("view", verb, StringComparison.Ordinal),
            reply.Text
        );
    }

    [Fact]
    public async Task The_thousand_and_first_request_of_an_hour_is_answered_as_documented()
    {
        var acme = await api.NewTenant(1000, 3600);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => acme.Get("/contacts?$limit=0&$total=false")));
        var refused = await acme.Get("/contacts");
        var retryAfter = refused["data"].GetProperty("retryAfter").GetInt32();

        Assert.All(statuses, reply => Assert.Equal(200, reply.Status));
        Assert.InRange(retryAfter, 3500, 3600);
        Assert.Equal(
            Page.Compact(Page.Under("429 — Rate Limit Exceeded"))
                .Replace("542", retryAfter.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            refused.Text
        );
        Assert.Equal((429, retryAfter.ToString(CultureInfo.InvariantCulture)), (refused.Status, refused.Header("Retry-After")));
    }

    [Fact]
    public async Task The_documented_list_works_as_it_is_typed()
    {
        var acme = await api.NewTenant();
        var (status, body) = await CurlCommand.Run(Typed("Example — List Contacts", acme));
        Assert.Equal((200, """{"total":0,"limit":25,"skip":0,"data":[]}"""), (status, body));
    }

    [Fact]
    public async Task The_documented_creation_works_as_it_is_typed()
    {
        var acme = await api.NewTenant();
        var (status, body) = await CurlCommand.Run(Typed("Example — Create a Contact", acme));
        Assert.Equal(201, status);
        Assert.Contains(
            """
            "first_name":"Jane","last_name":"Doe","email":"jane@example.com"
            """,
            body,
            StringComparison.Ordinal
        );
    }

    private string Typed(string heading, Tenant tenant) =>
        Page.Under(heading)
            .Replace("101", tenant.OrganizationId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(Host, api.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("YOUR_API_KEY", tenant.Key, StringComparison.Ordinal);
}
