using System.Text;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Errors;

public sealed class MediaTypeTestsOnSqlite(SqliteApi api) : MediaTypeTests(api);

public sealed class MediaTypeTestsOnPostgres(PostgresApi api) : MediaTypeTests(api);

/// <summary>What is taken in and what can be answered: JSON.</summary>
public abstract class MediaTypeTests(TestApi api)
{
    private const string Jane = """{"first_name":"Jane"}""";

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/jsonx")]
    [InlineData("json")]
    public async Task A_body_that_is_not_JSON_in_UTF_8_is_415(string? type)
    {
        var reply = await Send(await api.NewTenant(), HttpMethod.Post, "/contacts", type);
        Assert.Equal(
            """{"name":"UnsupportedMediaType","message":"The request body must be application/json in UTF-8","code":415,"className":"unsupported-media-type"}""",
            reply.Text
        );
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; version=1")]
    public async Task JSON_is_taken_however_it_is_spelled(string type)
    {
        var reply = await Send(await api.NewTenant(), HttpMethod.Post, "/contacts", type);
        Assert.Equal(201, reply.Status);
    }

    [Fact]
    public async Task A_patch_may_call_itself_a_merge_patch()
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create("/contacts", new { last_name = "Doe" });
        var reply = await Send(acme, HttpMethod.Patch, $"/contacts/{contact.GetProperty("id")}", "application/merge-patch+json");
        Assert.Equal("Jane", reply["first_name"].GetString());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/csv")]
    [InlineData("application/json;q=0")]
    [InlineData("image/*")]
    public async Task An_answer_that_is_not_wanted_as_JSON_is_406(string accept)
    {
        var reply = await (await api.NewTenant()).Send(HttpMethod.Get, "/contacts", null, ("Accept", accept));
        Assert.Equal(
            """{"name":"NotAcceptable","message":"Only application/json can be answered","code":406,"className":"not-acceptable"}""",
            reply.Text
        );
    }

    [Theory]
    [InlineData("text/html, */*;q=0.1")]
    [InlineData("application/*")]
    [InlineData("application/problem+json")]
    [InlineData("application/json;q=0.001")]
    [InlineData("nonsense")]
    public async Task An_answer_that_may_be_JSON_is_JSON(string accept)
    {
        var reply = await (await api.NewTenant()).Send(HttpMethod.Get, "/contacts", null, ("Accept", accept));
        Assert.Equal((200, "application/json; charset=utf-8"), (reply.Status, reply.Header("Content-Type")));
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("PUT", "/contacts", 405)]
    public async Task An_error_is_never_406(string method, string path, int status)
    {
        var reply = await (await api.NewTenant()).Send(HttpMethod.Parse(method), path, null, ("Accept", "text/html"));
        Assert.Equal(status, reply["code"].GetInt32());
    }

    private static Task<Reply> Send(Tenant tenant, HttpMethod method, string path, string? type)
    {
        var client = tenant.Api.Anonymous();
        var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Jane)) };
        request.Headers.Add("x-api-key", tenant.Key);
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        return Reply.To(client, request);
    }
}
