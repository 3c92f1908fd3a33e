using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Headers;

public sealed class HeaderTestsOnSqlite(SqliteApi api) : HeaderTests(api);

public sealed class HeaderTestsOnPostgres(PostgresApi api) : HeaderTests(api);

/// <summary>What every answer carries, and what a request may.</summary>
public abstract class HeaderTests(TestApi api)
{
    /// <summary>Method, path, body, with a key or without, status.</summary>
    public static TheoryData<string, string, string?, bool, int> Answers { get; } =
        new()
        {
            { "GET", "/contacts", null, true, 200 },
            { "HEAD", "/contacts", null, true, 200 },
            { "POST", "/contacts", """{"last_name":"Doe"}""", true, 201 },
            { "POST", "/contacts", "{", true, 400 },
            { "POST", "/contacts", "{}", true, 400 },
            { "GET", "/contacts?colour=red", null, true, 400 },
            { "GET", "/contacts", null, false, 401 },
            { "GET", "/nowhere", null, false, 401 },
            { "GET", "/contacts/1e9", null, true, 404 },
            { "GET", "/nowhere", null, true, 404 },
            { "DELETE", "/contacts", null, true, 405 },
            { "POST", "/contacts", null, true, 415 },
            { "GET", "/rate-limit", null, true, 200 },
            { "GET", "/health/live", null, false, 200 },
        };

    [Theory, MemberData(nameof(Answers))]
    public async Task Every_answer_carries_the_fixed_headers(string method, string path, string? body, bool hasKey, int status)
    {
        var reply = await Send(method, path, body, hasKey);
        Assert.Equal(status, reply.Status);
        Assert.NotEmpty(reply.Header("X-Request-Id")!);
        Assert.Equal(
            ("nosniff", reply.Header("ETag") is null ? "no-store, private" : "no-cache, private", "Accept, x-api-key", null),
            (
                reply.Header("X-Content-Type-Options"),
                string.Join(", ", reply.Header("Cache-Control")!.Split(", ").Order()),
                reply.Header("Vary"),
                reply.Header("Server")
            )
        );
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task Answers_to_a_key_and_no_others_tell_the_rate_limit(string method, string path, string? body, bool hasKey, int status)
    {
        var reply = await Send(method, path, body, hasKey);
        Assert.Equal(status, reply.Status);
        Assert.Equal(hasKey ? "\"org\";q=1000000;w=3600" : null, reply.Header("RateLimit-Policy"));
        if (hasKey)
            Assert.Matches("^\"org\";r=(999999|1000000);t=[0-9]+$", reply.Header("RateLimit"));
        else
            Assert.Null(reply.Header("RateLimit"));
    }

    [Theory]
    [InlineData("abc-DEF_1.2")]
    [InlineData("0")]
    public async Task A_request_id_that_was_sent_is_the_answer_s(string id)
    {
        var acme = await api.NewTenant();
        Assert.Equal(id, (await acme.Send(HttpMethod.Get, "/contacts", null, ("X-Request-Id", id))).Header("X-Request-Id"));
        Assert.Equal(id, (await acme.Send(HttpMethod.Get, "/nowhere", null, ("X-Request-Id", id))).Header("X-Request-Id"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("<script>")]
    [InlineData("a,b")]
    [InlineData("é")]
    public async Task A_request_id_of_odd_characters_is_replaced(string id)
    {
        var answer = await RawRequest.Send(api.Address, "GET /contacts", $"X-Request-Id: {id}\r\n");
        Assert.Equal(401, RawRequest.StatusOf(answer));
        Assert.Matches("(?i)\r\nX-Request-Id: [0-9a-z:-]+\r\n", answer);
    }

    [Fact]
    public async Task A_request_id_longer_than_128_characters_is_replaced()
    {
        var acme = await api.NewTenant();
        var (fits, isLonger) = (new string('a', 128), new string('a', 129));
        Assert.Equal(fits, (await acme.Send(HttpMethod.Get, "/contacts", null, ("X-Request-Id", fits))).Header("X-Request-Id"));
        Assert.NotEqual(isLonger, (await acme.Send(HttpMethod.Get, "/contacts", null, ("X-Request-Id", isLonger))).Header("X-Request-Id"));
    }

    [Fact]
    public async Task Without_a_request_id_the_trace_that_was_sent_names_the_request()
    {
        var acme = await api.NewTenant();
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var reply = await acme.Send(HttpMethod.Get, "/contacts", null, ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"));
        Assert.Equal(trace, reply.Header("X-Request-Id"));
    }

    [Fact]
    public async Task Two_requests_are_never_called_the_same()
    {
        var acme = await api.NewTenant();
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (await acme.Get("/rate-limit")).Header("X-Request-Id")));
        Assert.Equal(50, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task A_media_type_on_a_GET_is_tolerated(string type)
    {
        var acme = await api.NewTenant();
        var answer = await RawRequest.Send(api.Address, "GET /contacts", $"x-api-key: {acme.Key}\r\nContent-Type: {type}\r\n");
        Assert.Equal(200, RawRequest.StatusOf(answer));
    }

    [Fact]
    public async Task Other_origins_get_no_leave()
    {
        var reply = await (await api.NewTenant()).Send(HttpMethod.Get, "/contacts", null, ("Origin", "https://evil.example"));
        Assert.DoesNotContain(reply.Message.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Two_keys_are_no_key()
    {
        var acme = await api.NewTenant();
        var answer = await RawRequest.Send(api.Address, "GET /contacts", $"x-api-key: {acme.Key}\r\nx-api-key: {acme.Key}\r\n");
        Assert.Equal(401, RawRequest.StatusOf(answer));
    }

    private async Task<Reply> Send(string method, string path, string? body, bool hasKey)
    {
        if (hasKey)
            return await (await api.NewTenant()).Send(HttpMethod.Parse(method), path, body);

        using var client = api.Anonymous();
        return await Reply.To(client, new(HttpMethod.Parse(method), path));
    }
}
