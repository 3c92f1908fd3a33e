using System.Text.Json;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.ApiKeys;

public sealed class ApiKeyTestsOnSqlite(SqliteApi api) : ApiKeyTests(api);

public sealed class ApiKeyTestsOnPostgres(PostgresApi api) : ApiKeyTests(api);

public abstract class ApiKeyTests(TestApi api)
{
    private const string InvalidKey =
        """{"name":"NotAuthenticated","message":"Invalid API key","code":401,"className":"not-authenticated"}""";
    private const string MissingKey =
        """{"name":"NotAuthenticated","message":"Missing API key","code":401,"className":"not-authenticated"}""";

    [Fact]
    public async Task A_new_key_is_shown_by_the_answer_that_made_it_and_never_again()
    {
        var acme = await api.NewTenant();
        var made = await acme.Create("/api-keys", new { name = "Sync" });
        var key = made.GetProperty("key").GetString()!;
        Assert.True(KeyText.IsWellFormed(key));
        Assert.Equal(key[^4..], made.GetProperty("last_four").GetString());
        Reply[] later =
        [
            await acme.Get($"/api-keys/{made.GetProperty("id")}"),
            await acme.Get("/api-keys"),
            await acme.Patch($"/api-keys/{made.GetProperty("id")}", new { name = "Other" }),
            await acme.Delete($"/api-keys/{made.GetProperty("id")}"),
        ];
        Assert.All(later, reply => Assert.Equal((200, false), (reply.Status, reply.Text.Contains("\"key\"", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_disabled_users_key_is_refused_as_the_page_says()
    {
        var acme = await api.NewTenant();
        var email = $"leaving-{acme.OrganizationId}@example.com";
        var leaving = acme.With(await api.NewKey(acme.OrganizationId, "member", email));
        await new RawDatabase(api).Execute($"UPDATE users SET is_disabled = TRUE WHERE email_key = '{email}'");
        var refused = await leaving.Get("/contacts");
        Assert.Equal((401, InvalidKey), (refused.Status, refused.Text));
    }

    [Fact]
    public async Task No_table_holds_a_keys_secret()
    {
        var acme = await api.NewTenant();
        await acme.Create("/api-keys", new { name = "Sync" });
        var rows = await new RawDatabase(api).Of(acme.OrganizationId);
        Assert.Contains(acme.Key[^4..], rows, StringComparison.Ordinal);
        Assert.DoesNotContain(acme.Key[4..20], rows, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(acme.Key))),
            rows,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_key_without_more_said_acts_for_its_maker_and_may_do_everything_that_they_may()
    {
        var acme = await api.NewTenant();
        var made = await acme.Create("/api-keys", new { name = "Sync" });
        var me = await acme.Get("/me");
        Assert.Equal(me["user_id"].GetInt64(), made.GetProperty("user_id").GetInt64());
        Assert.Equal("""["*"]""", made.GetProperty("scopes").GetRawText());
        var other = await acme.With(made.GetProperty("key").GetString()!).Get("/me");
        Assert.Equal(me["permissions"].GetRawText(), other["permissions"].GetRawText());
    }

    [Theory]
    [InlineData("""{"status":"deactivated"}""")]
    [InlineData("""{"expires_at":"2020-01-01T00:00:00Z"}""")]
    public async Task A_key_that_was_switched_off_is_refused_at_once_in_the_documented_words(string change)
    {
        var acme = await api.NewTenant();
        var (path, other) = await NewKey(acme);
        Assert.Equal(200, (await other.Get("/contacts")).Status);
        Assert.Equal(200, (await acme.Patch(path, change)).Status);
        var refused = await other.Get("/contacts");
        Assert.Equal((401, InvalidKey), (refused.Status, refused.Text));
    }

    [Fact]
    public async Task A_removed_key_is_refused_at_once()
    {
        var acme = await api.NewTenant();
        var (path, other) = await NewKey(acme);
        Assert.Equal(200, (await other.Get("/contacts")).Status);
        await acme.Delete(path);
        Assert.Equal((401, InvalidKey), (await other.Get("/contacts") is var refused ? refused.Status : 0, refused.Text));
    }

    [Fact]
    public async Task A_key_that_is_switched_on_again_works_at_once()
    {
        var acme = await api.NewTenant();
        var (path, other) = await NewKey(acme);
        await acme.Patch(path, new { status = "deactivated" });
        Assert.Equal(401, (await other.Get("/contacts")).Status);
        await acme.Patch(path, new { status = "active" });
        Assert.Equal(200, (await other.Get("/contacts")).Status);
    }

    [Fact]
    public async Task A_key_removes_itself()
    {
        var acme = await api.NewTenant();
        var (path, other) = await NewKey(acme);
        Assert.Equal((200, 401), ((await other.Delete(path)).Status, (await other.Get(path)).Status));
    }

    [Fact]
    public async Task Narrower_scopes_hold_at_once()
    {
        var acme = await api.NewTenant();
        var (path, other) = await NewKey(acme);
        Assert.Equal(201, (await other.Post("/contacts", new { first_name = "Jane" })).Status);
        await acme.Patch(path, new { scopes = new[] { "contacts:view" } });
        Assert.Equal(
            (403, 200),
            ((await other.Post("/contacts", new { first_name = "Jane" })).Status, (await other.Get("/contacts")).Status)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("aax_")]
    [InlineData("nonsense")]
    [InlineData("aax_000000000000000000000000000000000000")]
    public async Task What_is_no_key_is_refused_in_the_documented_words(string key)
    {
        using var client = api.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("x-api-key", key);
        var reply = await Reply.To(client, new(HttpMethod.Get, "/contacts"));
        Assert.Equal((401, key.Length == 0 ? MissingKey : InvalidKey), (reply.Status, reply.Text));
        Assert.Equal("ApiKey realm=\"AchieveApex\"", reply.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_well_formed_key_that_nobody_has_is_refused_in_the_same_words()
    {
        var acme = await api.NewTenant();
        var reply = await acme.With(KeyText.Generate()).Get("/contacts");
        Assert.Equal((401, InvalidKey), (reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("""{"name":"x","expires_at":"2020-01-01T00:00:00Z"}""", "expires_at")]
    [InlineData("""{"name":"x","expires_at":"tomorrow"}""", "expires_at")]
    [InlineData("""{"name":"x","scopes":["contact:view"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["contacts:read"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["contacts"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["contacts:view:all"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":"*"}""", "scopes")]
    [InlineData("""{"name":"x","scopes":[null]}""", "scopes")]
    [InlineData("""{"name":"x","allowed_ips":["300.0.0.1"]}""", "allowed_ips")]
    [InlineData("""{"name":"x","allowed_ips":["10.0.0.0/33"]}""", "allowed_ips")]
    [InlineData("""{"name":"x","allowed_ips":["localhost"]}""", "allowed_ips")]
    [InlineData("""{"name":"x","allowed_ips":["1"]}""", "allowed_ips")]
    [InlineData("""{"name":"x","allowed_ips":[null]}""", "allowed_ips")]
    [InlineData("""{"name":"x","allow_bulk":"yes"}""", "allow_bulk")]
    [InlineData("""{"name":"x","status":"gone"}""", "status")]
    [InlineData("""{"name":"x","status":null}""", "status")]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{}""", "name")]
    public async Task What_a_key_cannot_be_is_refused_on_the_field(string body, string field)
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/api-keys", body);
        Assert.Equal((400, "Validation failed"), (reply.Status, reply["message"].GetString()));
        Assert.Equal([field], reply["errors"].EnumerateObject().Select(error => error.Name));
    }

    [Theory]
    [InlineData("""{"key":"aax_mine"}""")]
    [InlineData("""{"last_four":"0000","last_used_ip":"1.2.3.4","user_id":1,"rotated_from_id":1}""")]
    public async Task What_is_only_read_of_a_key_is_not_written(string body)
    {
        var acme = await api.NewTenant();
        var (path, _) = await NewKey(acme);
        var before = await acme.Get(path);
        var after = await acme.Patch(path, body);
        Assert.Equal(200, after.Status);
        foreach (var name in (string[])["last_four", "last_used_ip", "user_id", "rotated_from_id"])
            Assert.Equal(before[name].GetRawText(), after[name].GetRawText());
    }

    private static async Task<(string Path, Tenant As)> NewKey(Tenant tenant)
    {
        JsonElement made = await tenant.Create("/api-keys", new { name = "Second" });
        return ($"/api-keys/{made.GetProperty("id")}", tenant.With(made.GetProperty("key").GetString()!));
    }
}
