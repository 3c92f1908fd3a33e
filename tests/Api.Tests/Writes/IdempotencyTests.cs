using System.Text;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Writes;

public sealed class IdempotencyTestsOnSqlite(SqliteApi api) : IdempotencyTests(api);

public sealed class IdempotencyTestsOnPostgres(PostgresApi api) : IdempotencyTests(api);

/// <summary>A write that is asked for again under the same key is made once.</summary>
public abstract class IdempotencyTests(TestApi api)
{
    private static readonly object Jane = new { first_name = "Jane" };

    [Theory]
    [InlineData("POST", "/contacts", """{"first_name":"New"}""")]
    [InlineData("POST", "/contacts?$select[]=first_name", """[{"first_name":"New"}]""")]
    [InlineData("POST", "/api-keys", """{"name":"new"}""")]
    [InlineData("PUT", "/contacts/:id", """{"first_name":"New"}""")]
    [InlineData("PUT", "/contacts/by-external-id/new", """{"first_name":"New"}""")]
    [InlineData("PATCH", "/contacts/:id", """{"lead_score":7,"custom_fields":{"a":1.50}}""")]
    [InlineData("PATCH", "/contacts?first_name=Jane", """{"first_name":"New"}""")]
    [InlineData("DELETE", "/contacts/:id", null)]
    [InlineData("DELETE", "/contacts?first_name=Jane", null)]
    public async Task It_is_answered_the_same_to_the_byte(string method, string path, string? body)
    {
        var acme = await (await api.NewTenant()).AsBulk();
        var jane = await acme.Create("/contacts", Jane);
        path = path.Replace(":id", jane.GetProperty("id").GetRawText(), StringComparison.Ordinal);
        var first = await acme.Send(HttpMethod.Parse(method), path, body, Key("k"));
        var after = await acme.Get("/contacts");
        var again = await acme.Send(HttpMethod.Parse(method), path, body, Key("k"));
        Assert.Equal((null, "true"), (first.Header("Idempotent-Replayed"), again.Header("Idempotent-Replayed")));
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
        Assert.Equal((first.Header("Location"), first.Header("ETag")), (again.Header("Location"), again.Header("ETag")));
        Assert.Equal(after.Text, (await acme.Get("/contacts")).Text);
    }

    [Fact]
    public async Task Another_body_or_query_under_the_same_key_is_422()
    {
        var acme = await api.NewTenant();
        await Post(acme, "k", Jane);
        Assert.Equal(422, (await Post(acme, "k", new { first_name = "Joan" })).Status);
        Assert.Equal(422, (await acme.Send(HttpMethod.Post, "/contacts?$select[]=id", Jane, Key("k"))).Status);
        Assert.Equal(1, await Total(acme));
    }

    [Fact]
    public async Task The_same_key_for_another_organization_method_or_path_is_another_key()
    {
        var (acme, other) = (await api.NewTenant(), await api.NewTenant());
        var path = (await Post(acme, "k", Jane)).Header("Location")!;
        Assert.Equal(201, (await Post(other, "k", Jane)).Status);
        Assert.Equal(200, (await acme.Send(HttpMethod.Put, path, Jane, Key("k"))).Status);
        Assert.Equal("true", (await acme.Send(HttpMethod.Post, "/contacts/", Jane, Key("k"))).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task What_failed_is_tried_again()
    {
        var acme = await api.NewTenant();
        await acme.Create("/contacts", new { email = "jane@example.com" });
        var body = new { email = "jane@example.com", first_name = "Jane" };
        Assert.Equal(409, (await Post(acme, "k", body)).Status);
        Assert.Equal(400, (await Post(acme, "k", new { email = "nonsense" })).Status);
        Assert.Equal(1, (await (await acme.AsBulk()).Delete("/contacts?email=jane@example.com")).Body.GetArrayLength());
        Assert.Equal(201, (await Post(acme, "k", body)).Status);
    }

    [Fact]
    public async Task A_replay_needs_the_permission_that_the_write_needs()
    {
        var acme = await api.NewTenant();
        await Post(acme, "k", Jane);
        Assert.Equal(403, (await Post(await acme.As("owner", "contacts:view"), "k", Jane)).Status);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("255", 201)]
    [InlineData("256", 400)]
    public async Task A_key_has_1_to_255_characters(string length, int status)
    {
        var key = length.Length == 0 ? "" : new string('k', int.Parse(length, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(status, (await Post(await api.NewTenant(), key, Jane)).Status);
    }

    [Fact]
    public async Task A_read_takes_no_notice_of_a_key()
    {
        var acme = await api.NewTenant();
        Assert.Equal(200, (await acme.Send(HttpMethod.Get, "/contacts", null, Key(new string('k', 300)))).Status);
    }

    [Fact]
    public async Task Five_hundred_keys_asked_for_ten_times_at_once_make_five_hundred_records()
    {
        const int keys = 500;
        var acme = await api.NewTenant();
        using var gate = new SemaphoreSlim(50);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, keys * 10).Select(n => n % keys).Select(async n => (n, Text: await Insist(acme, $"k{n}", n, gate)))
        );
        Assert.All(answers.GroupBy(answer => answer.n), group => Assert.Single(group.Select(answer => answer.Text).Distinct()));
        Assert.Equal(keys, await Total(acme));
    }

    [Fact]
    public async Task The_secret_of_a_key_is_kept_for_nobody_who_reads_the_database()
    {
        var acme = await api.NewTenant();
        var secret = (await acme.Send(HttpMethod.Post, "/api-keys", new { name = "x" }, Key("k")))["key"].GetString()!;
        var rows = await new RawDatabase(api).Rows($"select * from kept_answers where organization_id = {acme.OrganizationId}");
        Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), Assert.Single(rows), StringComparison.Ordinal);
    }

    private static async Task<string> Insist(Tenant acme, string key, int n, SemaphoreSlim gate)
    {
        await gate.WaitAsync();
        try
        {
            while (true)
            {
                var reply = await Post(acme, key, new { first_name = $"n{n}" });
                if (reply.Status != 409)
                    return $"{reply.Status} {reply.Text}";
                Assert.Equal("1", reply.Header("Retry-After"));
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private static (string, string) Key(string key) => ("Idempotency-Key", key);

    private static Task<Reply> Post(Tenant tenant, string key, object body) => tenant.Send(HttpMethod.Post, "/contacts", body, Key(key));

    private static async Task<int> Total(Tenant tenant) => (await tenant.Get("/contacts?$limit=0"))["total"].GetInt32();
}
