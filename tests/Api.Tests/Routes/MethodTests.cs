using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Routes;

public sealed class MethodTestsOnSqlite(SqliteApi api) : MethodTests(api);

public sealed class MethodTestsOnPostgres(PostgresApi api) : MethodTests(api);

/// <summary>Which methods an address has, and how it is written.</summary>
public abstract class MethodTests(TestApi api)
{
    private const string ListMethods = "GET, HEAD, POST";
    private const string RecordMethods = "DELETE, GET, HEAD, PATCH, PUT";
    private const string UriTooLong =
        """{"name":"UriTooLong","message":"The request address is too long","code":414,"className":"uri-too-long"}""";

    [Theory]
    [InlineData("POST", "/contacts/7", RecordMethods)]
    [InlineData("PUT", "/contacts", ListMethods)]
    [InlineData("PATCH", "/contacts", ListMethods)]
    [InlineData("DELETE", "/contacts", ListMethods)]
    [InlineData("PATCH", "/contacts?first_name=Jane", ListMethods)]
    [InlineData("DELETE", "/contacts?first_name=Jane", ListMethods)]
    [InlineData("DELETE", "/contacts?", ListMethods)]
    [InlineData("DELETE", "/contacts/", ListMethods)]
    [InlineData("OPTIONS", "/contacts", ListMethods)]
    [InlineData("TRACE", "/contacts/7", RecordMethods)]
    [InlineData("SEARCH", "/contacts", ListMethods)]
    public async Task A_method_that_an_address_does_not_have_is_405_with_those_it_has(string method, string path, string allowed)
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create("/contacts", new { first_name = "Jane" });
        var reply = await acme.Send(HttpMethod.Parse(method), path);
        Assert.Equal((405, allowed), (reply.Status, Allowed(reply)));
        Assert.Equal(200, (await acme.Get($"/contacts/{contact.GetProperty("id")}")).Status);
    }

    [Theory]
    [InlineData("GET", "/contacts", ListMethods)]
    [InlineData("POST", "/contacts", ListMethods)]
    [InlineData("GET", "/contacts/7", RecordMethods)]
    [InlineData("POST", "/contacts/7", RecordMethods)]
    public async Task A_method_of_a_service_s_own_is_405(string method, string path, string allowed)
    {
        var acme = await api.NewTenant();
        var body = method == "POST" ? new { first_name = "Jane" } : null;
        var reply = await acme.Send(HttpMethod.Parse(method), path, body, ("X-Service-Method", "remove"));
        Assert.Equal((405, allowed), (reply.Status, Allowed(reply)));
        Assert.Equal(0, (await acme.Get("/contacts"))["total"].GetInt32());
    }

    [Theory]
    [InlineData("/contacts")]
    [InlineData("/contacts?first_name=Jane")]
    [InlineData("/contacts/:id")]
    public async Task HEAD_answers_as_GET_without_the_body(string path)
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create("/contacts", new { first_name = "Jane" });
        path = path.Replace(":id", contact.GetProperty("id").GetRawText(), StringComparison.Ordinal);
        var (get, head) = (await acme.Get(path), await acme.Send(HttpMethod.Head, path));
        Assert.Equal((200, "", get.Header("Content-Length")), (head.Status, head.Text, head.Header("Content-Length")));
        Assert.Equal(get.Header("Content-Type"), head.Header("Content-Type"));
    }

    [Fact]
    public async Task A_trailing_slash_changes_nothing()
    {
        var acme = await api.NewTenant();
        var created = await acme.Post("/contacts/", new { first_name = "Jane" });
        var path = $"/contacts/{created["id"]}";
        Assert.Equal((201, path), (created.Status, created.Header("Location")));
        Assert.Equal(created.Text, (await acme.Get(path + "/")).Text);
        Assert.Equal((await acme.Get("/contacts")).Text, (await acme.Get("/contacts/")).Text);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/contact")]
    [InlineData("/contacts/1/notes")]
    [InlineData("/contacts//1")]
    public async Task An_unknown_address_is_404_with_a_key_and_401_without(string path)
    {
        var withKey = await (await api.NewTenant()).Get(path);
        var without = await Reply.To(api.Anonymous(), new(HttpMethod.Get, path));
        Assert.Equal((404, "Page not found", 401), (withKey.Status, withKey["message"].GetString(), without.Status));
    }

    [Fact]
    public async Task A_request_line_of_32_KB_is_read()
    {
        var acme = await api.NewTenant();
        var line = "GET /contacts?$limit=0&id[$in][]=1".PadRight(32 * 1024 - " HTTP/1.1\r\n".Length, '1');
        var answer = await RawRequest.Send(api.Address, line, $"x-api-key: {acme.Key}\r\n");
        Assert.Equal(400, RawRequest.StatusOf(answer));
        Assert.Contains("must be a whole number from", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_request_line_is_414()
    {
        var line = "GET /contacts?first_name=".PadRight(33 * 1024, 'a');
        var answer = await RawRequest.Send(api.Address, line, "x-api-key: x\r\n");
        Assert.Equal((414, UriTooLong), (RawRequest.StatusOf(answer), RawRequest.BodyOf(answer)));
    }

    private static string? Allowed(Reply reply) =>
        reply.Header("Allow") is { } allow ? string.Join(", ", allow.Split(", ").Order(StringComparer.Ordinal)) : null;
}
