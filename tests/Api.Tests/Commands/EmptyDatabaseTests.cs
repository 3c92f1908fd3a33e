using System.Text.Json;
using System.Text.RegularExpressions;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed partial class EmptyDatabaseTests : IAsyncDisposable
{
    private readonly Shell shell = new();

    [Fact]
    public async Task In_production_the_server_starts_without_an_organization_and_says_what_to_do()
    {
        var output = await Starts();
        Assert.Contains("  organization create --name", output, StringComparison.Ordinal);
        Assert.Contains("  api-key create --organization ID --email", output, StringComparison.Ordinal);
        Assert.DoesNotContain("aax_", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_commands_made_is_what_the_next_start_serves()
    {
        var id = (await shell.Printed("organization", "create", "--name", "Acme")).TrimEnd('\n');
        var key = (await shell.Printed("api-key", "create", "--organization", id, "--email", "jane@acme.example")).TrimEnd('\n');
        var me = "";
        var output = await Starts(async address => me = await Get(address, "/me", key));
        Assert.Equal(id, JsonElement.Parse(me).GetProperty("organization_id").ToString());
        Assert.DoesNotContain("organization create", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_bootstrap_settings_are_applied_once(string database)
    {
        if (database == "postgres")
            await UsePostgres();
        var (first, later) = (KeyText.Generate(), KeyText.Generate());
        Bootstrap("4711", "Acme", "jane@acme.example", first);
        var answers = new List<string>();
        await Starts(async address => answers.Add(await Get(address, "/me", first)));
        Bootstrap("4712", "Globex", "bob@globex.example", later);
        await Starts(async address => answers.AddRange(await Get(address, "/me", first), await Get(address, "/me", later)));
        Assert.Equal(["4711 Acme jane@acme.example", "4711 Acme jane@acme.example", "NotAuthenticated"], answers.Select(Gist));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("seed")]
    public async Task On_PostgreSQL_everything_waits_for_migrate(string command)
    {
        await UsePostgres(migrate: false);
        var result = await shell.Run(command);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(
            "The database's tables are not up to date: run the command 'migrate'",
            Assert.Single(result.Errors.Trim().Split('\n'))
        );
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_second_migrate_has_nothing_to_do(string database)
    {
        if (database == "postgres")
            await UsePostgres(migrate: false);
        var first = await shell.Printed("migrate");
        var second = await shell.Printed("migrate");
        Assert.Matches(@"^Applied: \d+_Initial", first);
        Assert.Equal("The database is up to date.\n", second);
    }

    [Fact]
    public async Task An_address_in_use_is_told_in_one_line()
    {
        var result = new ProgramResult(0, "", "");
        await Starts(async address => result = await shell.Run("serve", "--urls", address));
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("Choose another address with --urls.", Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => shell.DisposeAsync();

    /// <summary>Starts the server, does something with its address, and stops it.</summary>
    private async Task<string> Starts(Func<string, Task>? use = null)
    {
        await using var program = shell.Start("--urls", "http://127.0.0.1:0", "--Https:Required=false");
        var address = Address().Match(await program.Wrote("(Ctrl+C stops it)\n")).Value;
        if (use is not null)
            await use(address);
        return (await program.Stop()).Output;
    }

    private void Bootstrap(string id, string name, string email, string key)
    {
        shell.Environment["Bootstrap__OrganizationId"] = id;
        shell.Environment["Bootstrap__OrganizationName"] = name;
        shell.Environment["Bootstrap__AdminEmail"] = email;
        shell.Environment["Bootstrap__ApiKey"] = key;
    }

    private async Task UsePostgres(bool migrate = true)
    {
        shell.Environment["ConnectionStrings__Database"] = await (await PostgresServer.Shared).CreateDatabase();
        shell.Environment["Database__MigrateAtStart"] = migrate ? "true" : "false";
    }

    private static string Gist(string answer)
    {
        var body = JsonElement.Parse(answer);
        return body.TryGetProperty("organization_id", out var id)
            ? $"{id} {body.GetProperty("organization_name")} {body.GetProperty("email")}"
            : body.GetProperty("name").GetString()!;
    }

    private static async Task<string> Get(string address, string path, string key)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { { "x-api-key", key } } };
        using var answer = await client.GetAsync(address + path);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
