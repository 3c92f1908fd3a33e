using System.Globalization;
using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class OrganizationAndKeyTestsOnSqlite(SqliteApi api) : OrganizationAndKeyTests(api)
{
    [Theory]
    [InlineData("--organization 1 --email nonsense", "email must be a valid email address")]
    [InlineData("--organization 1 --email new@acme.example --role king", "role 'king' is not a role of the organization")]
    [InlineData("--organization 1 --email new@acme.example --scopes contacts:fly", "scopes must hold")]
    [InlineData("--organization 1 --email new@acme.example --expires-in soon", "'soon' is not a duration")]
    [InlineData("--organization 987654321 --email new@acme.example", "There is no organization 987654321")]
    public async Task A_refused_key_is_explained_in_one_line(string options, string told)
    {
        await Api.NewTenant();
        var result = await Shell.Run($"api-key create {options}");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(told, Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }
}

public sealed class OrganizationAndKeyTestsOnPostgres(PostgresApi api) : OrganizationAndKeyTests(api);

/// <summary>The commands run beside a server, on its database.</summary>
public abstract class OrganizationAndKeyTests(TestApi api) : IAsyncDisposable
{
    protected TestApi Api { get; } = api;

    private protected Shell Shell { get; } = Shell.Beside(api);

    [Fact]
    public async Task An_organization_is_made_with_its_limit_and_a_key_that_works_at_once()
    {
        var id = await NumberPrinted("organization", "create", "--name", "Acme & Sons", "--max-requests", "77", "--window-seconds", "60");
        var key = await Shell.Printed("api-key", "create", "--organization", $"{id}", "--email", "jane@acme.example");
        var me = await new Tenant(Api, id, key.TrimEnd('\n')).Get("/me");
        Assert.Equal("Acme & Sons owner", $"{me["organization_name"].GetString()} {me["role"].GetString()}");
        Assert.Equal("\"org\";q=77;w=60", me.Header("RateLimit-Policy"));
    }

    [Fact]
    public async Task What_the_options_say_arrives_on_the_key_and_the_member()
    {
        var acme = await Api.NewTenant();
        await Shell.Printed([
            .. Words($"api-key create --organization {acme.OrganizationId} --email Bob@acme.example --name Nightly"),
            .. Words("--role viewer --scopes contacts:view,members:view --allow-bulk --expires-in 30d"),
        ]);
        var key = (await acme.Get("/api-keys?name=Nightly"))["data"][0];
        var member = (await acme.Get($"/members?user_id={key.GetProperty("user_id")}"))["data"][0];
        Assert.Equal("""["contacts:view","members:view"]""", key.GetProperty("scopes").GetRawText());
        Assert.True(key.GetProperty("allow_bulk").GetBoolean());
        Assert.InRange((Time(key, "expires_at") - Time(key, "created_at")).TotalDays, 29.9, 30);
        Assert.Equal("Bob@acme.example viewer", $"{member.GetProperty("email").GetString()} {member.GetProperty("role").GetString()}");
    }

    [Fact]
    public async Task A_second_key_for_a_member_leaves_the_role_as_it_is()
    {
        var acme = await Api.NewTenant();
        var user = $"bob@organization-{acme.OrganizationId}.example";
        await Api.NewKey(acme.OrganizationId, "viewer", user);
        var key = await Shell.Printed("api-key", "create", "--organization", $"{acme.OrganizationId}", "--email", user.ToUpperInvariant());
        var me = await acme.With(key.TrimEnd('\n')).Get("/me");
        Assert.Equal("viewer", me["role"].GetString());
    }

    [Fact]
    public async Task A_refused_key_adds_no_member()
    {
        var acme = await Api.NewTenant();
        var result = await Shell.Run($"api-key create --organization {acme.OrganizationId} --email new@acme.example --scopes contacts:fly");
        Assert.Equal((1, 1), (result.ExitCode, (await acme.Get("/members"))["total"].GetInt32()));
    }

    public async ValueTask DisposeAsync()
    {
        await Shell.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<long> NumberPrinted(params string[] arguments) =>
        long.Parse(await Shell.Printed(arguments), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(JsonElement record, string field) => record.GetProperty(field).GetDateTimeOffset();

    private static string[] Words(string text) => text.Split(' ');
}
