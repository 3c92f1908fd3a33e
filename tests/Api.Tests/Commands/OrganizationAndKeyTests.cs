using System.Globalization;
using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class OrganizationAndKeyTestsOnSqlite(SqliteApi api) : OrganizationAndKeyTests(api);

public sealed class OrganizationAndKeyTestsOnPostgres(PostgresApi api) : OrganizationAndKeyTests(api);

/// <summary>The commands run beside a server, on its database.</summary>
public abstract class OrganizationAndKeyTests(TestApi api) : IAsyncDisposable
{
    private readonly Shell shell = Shell.Beside(api);

    [Fact]
    public async Task An_organization_is_made_with_its_limit_and_a_key_that_works_at_once()
    {
        var id = await NumberPrinted("organization", "create", "--name", "Acme & Sons", "--max-requests", "77", "--window-seconds", "60");
        var key = await shell.Printed("api-key", "create", "--organization", $"{id}", "--email", "jane@acme.example");
        var me = await new Tenant(api, id, key.TrimEnd('\n')).Get("/me");
        Assert.Equal("Acme & Sons owner", $"{me["organization_name"].GetString()} {me["role"].GetString()}");
        Assert.Equal("\"org\";q=77;w=60", me.Header("RateLimit-Policy"));
    }

    [Fact]
    public async Task What_the_options_say_arrives_on_the_key_and_the_member()
    {
        var acme = await api.NewTenant();
        await shell.Printed([
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
        var acme = await api.NewTenant();
        var user = $"bob@organization-{acme.OrganizationId}.example";
        await api.NewKey(acme.OrganizationId, "viewer", user);
        var key = await shell.Printed("api-key", "create", "--organization", $"{acme.OrganizationId}", "--email", user.ToUpperInvariant());
        var me = await acme.With(key.TrimEnd('\n')).Get("/me");
        Assert.Equal("viewer", me["role"].GetString());
    }

    [Theory]
    [InlineData("--email nonsense", "email must be a valid email address")]
    [InlineData("--email new@acme.example --role king", "role 'king' is not a role of the organization")]
    [InlineData("--email new@acme.example --scopes contacts:fly", "scopes must hold")]
    [InlineData("--email new@acme.example --expires-in soon", "'soon' is not a duration")]
    public async Task A_refused_key_is_explained_in_one_line_and_adds_no_member(string options, string told)
    {
        var acme = await api.NewTenant();
        var result = await shell.Run($"api-key create --organization {acme.OrganizationId} {options}");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(told, Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(1, (await acme.Get("/members"))["total"].GetInt32());
    }

    [Fact]
    public async Task A_key_for_an_organization_that_does_not_exist_is_refused_in_one_line()
    {
        var result = await shell.Run("api-key create --organization 987654321 --email jane@acme.example");
        Assert.Equal((1, "There is no organization 987654321\n"), (result.ExitCode, result.Errors));
    }

    public async ValueTask DisposeAsync()
    {
        await shell.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<long> NumberPrinted(params string[] arguments) =>
        long.Parse(await shell.Printed(arguments), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(JsonElement record, string field) => record.GetProperty(field).GetDateTimeOffset();

    private static string[] Words(string text) => text.Split(' ');
}
