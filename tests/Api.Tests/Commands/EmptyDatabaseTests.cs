using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class EmptyDatabaseTests : IAsyncDisposable
{
    private readonly Shell shell = new();

    [Fact]
    public async Task In_production_the_server_starts_without_an_organization_and_says_what_to_do()
    {
        var output = await shell.Serve();
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
        var output = await shell.Serve(async address => me = await Shell.Get(address, "/me", key));
        Assert.Equal(id, JsonElement.Parse(me).GetProperty("organization_id").ToString());
        Assert.DoesNotContain("organization create", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_told_in_one_line()
    {
        var result = new ProgramResult(0, "", "");
        await shell.Serve(async address => result = await shell.Run("serve", "--urls", address));
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("Choose another address with --urls.", Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => shell.DisposeAsync();
}
