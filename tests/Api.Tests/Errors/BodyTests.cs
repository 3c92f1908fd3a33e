using System.Globalization;
using System.Text;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Errors;

public sealed class BodyTestsOnSqlite(SqliteApi api) : BodyTests(api);

public sealed class BodyTestsOnPostgres(PostgresApi api) : BodyTests(api);

/// <summary>The edges of JSON.</summary>
public abstract class BodyTests(TestApi api)
{
    private const int Largest = 1024 * 1024;

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("   ", 1, 4)]
    [InlineData("{\"first_name\":\"Jane\",}", 1, 22)]
    [InlineData("{\"first_name\":\"Jane\"} x", 1, 23)]
    [InlineData("{\n// a comment\n}", 2, 1)]
    [InlineData("{'first_name':'Jane'}", 1, 2)]
    [InlineData("{\"lead_score\":NaN}", 1, 15)]
    [InlineData("{\"lead_score\":01}", 1, 16)]
    [InlineData("{\"lead_score\":+1}", 1, 15)]
    [InlineData("{\"first_name\":\"a\nb\"}", 1, 17)]
    [InlineData("{\"first_name\":\"\\x\"}", 1, 17)]
    [InlineData("\uFEFF{\"first_name\":\"Jane\"}", 1, 1)]
    public async Task Malformed_JSON_is_told_by_line_and_position(string body, int line, int position)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", body);
        Assert.Equal((400, $"Malformed JSON at line {line}, position {position}"), (reply.Status, reply["message"].GetString()));
    }

    [Theory]
    [InlineData("POST", "/contacts")]
    [InlineData("PATCH", "/contacts/1")]
    public async Task A_body_that_is_not_valid_UTF_8_is_refused(string method, string path)
    {
        var acme = await api.NewTenant();
        using var client = api.Anonymous();
        var request = new HttpRequestMessage(HttpMethod.Parse(method), path)
        {
            Content = new ByteArrayContent([.. "{\"a\":\""u8, 0xFF, .. "\"}"u8]),
        };
        request.Headers.Add("x-api-key", acme.Key);
        request.Content.Headers.ContentType = new("application/json");
        var reply = await Reply.To(client, request);
        Assert.Equal((400, "The body is not valid UTF-8"), (reply.Status, reply["message"].GetString()));
    }

    [Theory]
    [InlineData("PATCH", "/contacts/%20")]
    [InlineData("PUT", "/contacts/%09")]
    public async Task A_blank_id_names_no_record(string method, string path)
    {
        var reply = await (await api.NewTenant()).Send(HttpMethod.Parse(method), path, "{\"first_name\":\"Jane\"}");
        Assert.Equal(404, reply.Status);
    }

    [Fact]
    public async Task A_key_of_odd_bytes_is_not_known()
    {
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.Latin1 };
        using var client = new HttpClient(handler) { BaseAddress = api.Address };
        var request = new HttpRequestMessage(HttpMethod.Get, "/contacts");
        request.Headers.TryAddWithoutValidation("x-api-key", "\u00ff\u00fe");
        var reply = await Reply.To(client, request);
        Assert.Equal((401, "Invalid API key"), (reply.Status, reply["message"].GetString()));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"Jane\"")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", body);
        Assert.Equal((400, "The body must be a JSON object"), (reply.Status, reply["message"].GetString()));
    }

    [Theory]
    [InlineData("""{"first_name":"Jane","first_name":"Joan"}""")]
    [InlineData("""{"first_name":"Jane","first\u005fname":"Joan"}""")]
    [InlineData("""{"first_name":"Jane","custom_fields":{"a":1,"a":2}}""")]
    public async Task A_name_that_is_given_twice_is_refused(string body)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", body);
        Assert.Equal((400, "The body gives a name twice in one object"), (reply.Status, reply["message"].GetString()));
    }

    [Fact]
    public async Task Depth_is_refused_before_it_hurts()
    {
        var body = $"{{\"custom_fields\":{{\"a\":{new string('[', 10_000)}{new string(']', 10_000)}}}}}";
        var reply = await (await api.NewTenant()).Post("/contacts", body);
        Assert.Equal(400, reply.Status);
    }

    [Theory]
    [InlineData("first_name", "\"a\\u0000b\"", "must not contain the character U+0000")]
    [InlineData("first_name", "\"\\ud800\"", "must be valid Unicode text")]
    [InlineData("first_name", "\"\\udc00\\ud800\"", "must be valid Unicode text")]
    [InlineData("first_name", "1", "must be a string")]
    [InlineData("first_name", "{}", "must be a string")]
    [InlineData("lead_score", "1e400", "must be a whole number")]
    [InlineData("lead_score", "1.5", "must be a whole number")]
    [InlineData("lead_score", "2147483648", "must be a whole number")]
    [InlineData("owner_id", "99999999999999999999", "must be a whole number")]
    [InlineData("lead_score", "\"1\"", "must be a whole number")]
    [InlineData("do_not_contact", "1", "must be true or false")]
    [InlineData("lifecycle_stage", "\"Lead\"", "must be one of: subscriber, lead")]
    [InlineData("lifecycle_stage", "0", "must be one of: subscriber, lead")]
    [InlineData("custom_fields", "[]", "must be an object")]
    [InlineData("custom_fields", "{\"a\":{}}", "a must be a string, a number, true, false, null or an array of strings")]
    [InlineData("custom_fields", "{\"a\":1e400}", "a must be a number in plain notation")]
    [InlineData("custom_fields", "{\"a\":-0}", "a must be a number in plain notation")]
    [InlineData("custom_fields", "{\"a\":-0.0}", "a must be a number in plain notation")]
    [InlineData("custom_fields", "{\"a\":\"\\u0000\"}", "a must not contain the character U+0000")]
    [InlineData("custom_fields", "{\"a\":[\"\\ud800\"]}", "a must be an array of strings: each must be valid Unicode text")]
    [InlineData("custom_fields", "{\"a\":[1]}", "a must be an array of strings: each must be a string")]
    [InlineData("custom_fields", "{\"__proto__\":1}", "must have keys in snake_case")]
    [InlineData("custom_fields", "{\"A\":1}", "must have keys in snake_case")]
    [InlineData("__proto__", "{\"id\":1}", "is not a known field")]
    [InlineData("constructor", "1", "is not a known field")]
    [InlineData("First_Name", "\"Jane\"", "is not a known field; did you mean 'first_name'?")]
    [InlineData("email_key", "\"x\"", "is not a known field")]
    public async Task A_value_that_cannot_be_taken_is_told_on_its_field(string field, string value, string problem)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", $$"""{"last_name":"Doe","{{field}}":{{value}}}""");
        Assert.StartsWith(problem, reply["errors"].GetProperty(field)[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(400, reply.Status);
    }

    [Theory]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"custom_fields\":{\"\\ud800\":1}}")]
    [InlineData("{\"\\u0000\":1}")]
    [InlineData("{\"\":1}")]
    public async Task A_name_that_is_no_text_is_refused(string body)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", body);
        Assert.Equal((400, "BadRequest"), (reply.Status, reply["name"].GetString()));
    }

    [Theory]
    [InlineData("PATCH", "", 200)]
    [InlineData("PUT", ",\"first_name\":\"Jane\"", 200)]
    [InlineData("PUT", ",\"first_name\":1", 400)]
    public async Task What_is_passed_over_need_not_be_text(string method, string rest, int status)
    {
        var acme = await api.NewTenant();
        var id = (await acme.Create("/contacts", new { first_name = "Jane" })).GetProperty("id");
        var reply = await acme.Send(HttpMethod.Parse(method), $"/contacts/{id}", $$"""{"created_at":"\ud800"{{rest}}}""");
        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    public async Task Bytes_that_are_not_UTF_8_are_refused(byte[] bytes)
    {
        var acme = await api.NewTenant();
        byte[] body = [.. "{\"first_name\":\""u8, .. bytes, .. "\"}"u8];
        var request = new HttpRequestMessage(HttpMethod.Post, "/contacts") { Content = new ByteArrayContent(body) };
        request.Headers.Add("x-api-key", acme.Key);
        request.Content.Headers.Add("Content-Type", "application/json");
        using var client = api.Anonymous();
        Assert.Equal(400, (await Reply.To(client, request)).Status);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_read()
    {
        var body = """{"first_name":"Jane"}""".PadRight(Largest);
        Assert.Equal(201, (await (await api.NewTenant()).Post("/contacts", body)).Status);
    }

    [Theory]
    [InlineData(Largest + 1L)]
    [InlineData(2_000_000_000L)]
    [InlineData(3_000_000_000L)]
    [InlineData(long.MaxValue)]
    public async Task A_body_that_announces_more_than_a_megabyte_is_refused_unread(long length)
    {
        var answer = await Announce((await api.NewTenant()).Key, $"Content-Length: {length.ToString(CultureInfo.InvariantCulture)}\r\n");
        Assert.Equal(413, RawRequest.StatusOf(answer));
        Assert.EndsWith(
            """{"name":"PayloadTooLarge","message":"The request body is too large","code":413,"className":"payload-too-large"}""",
            answer,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_body_in_pieces_of_more_than_a_megabyte_is_refused()
    {
        var pieces = string.Concat(Enumerable.Repeat($"10000\r\n{new string(' ', 0x10000)}\r\n", 17));
        var answer = await Announce((await api.NewTenant()).Key, "Transfer-Encoding: chunked\r\n", pieces + "0\r\n\r\n");
        Assert.Equal(413, RawRequest.StatusOf(answer));
    }

    private Task<string> Announce(string key, string length, string body = "") =>
        RawRequest.Send(api.Address, "POST /contacts", $"x-api-key: {key}\r\nContent-Type: application/json\r\n{length}", body);
}
