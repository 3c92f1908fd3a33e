using AchieveApex.Application.ApiKeys;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "--urls", "serve", "migrate", "organization", "api-key", "seed")]
    [InlineData("serve", "--urls")]
    [InlineData("migrate")]
    [InlineData("organization", "create")]
    [InlineData("organization create", "--name", "--max-requests", "--window-seconds")]
    [InlineData("api-key", "create", "generate")]
    [InlineData("api-key create", "--organization", "--email", "--name", "--role", "--scopes", "--allow-bulk", "--expires-in")]
    [InlineData("api-key generate")]
    [InlineData("seed", "--organizations", "--contacts", "--random-seed")]
    public async Task Help_names_what_can_be_said(string command, params string[] words)
    {
        await using var shell = new Shell();
        var help = await shell.Run($"{command} --help");
        Assert.Equal(0, help.ExitCode);
        Assert.All(words, word => Assert.Contains(word, help.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("frobnicate", "'frobnicate'")]
    [InlineData("seed --frob", "'--frob'")]
    [InlineData("seed --contacts -1", "--contacts must be from 0 to 100000000.")]
    [InlineData("seed --contacts many", "'many'")]
    [InlineData("seed --organizations 0", "--organizations must be from 1 to 10000.")]
    [InlineData("organization create", "'--name' is required")]
    [InlineData("organization create --name Acme --max-requests 0", "--max-requests must be from 1 to")]
    [InlineData("organization create --name Acme --window-seconds x", "'x'")]
    [InlineData("api-key create --email jane@example.com", "'--organization' is required")]
    [InlineData("api-key create --organization x --email jane@example.com", "'x'")]
    [InlineData("serve --Bootstrap:ApiKey aax_secret", "with an equals sign")]
    [InlineData("serve --urls nonsense", "The server cannot listen")]
    [InlineData("serve --Bootstrap:ApiKey=aax_nonsense", "ApiKey is not a key")]
    [InlineData("serve --Bootstrap:AdminEmail=nonsense", "AdminEmail")]
    [InlineData("migrate --RateLimit:MaxRequests=many", "RateLimit")]
    [InlineData("migrate --ConnectionStrings:Database=nonsense", "ConnectionStrings:Database must be")]
    [InlineData("migrate --ConnectionStrings:Database=Host=127.0.0.1;Port=1;Database=x", "The database cannot be used")]
    [InlineData("seed --ConnectionStrings:Database=Host=127.0.0.1;Port=1;Database=x", "The database cannot be used")]
    public async Task A_mistake_is_told_in_one_line(string command, string told)
    {
        await using var shell = new Shell();
        var result = await shell.Run(command);
        Assert.Equal((1, ""), (result.ExitCode, result.Output.Trim()));
        Assert.Contains(told, Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generated_key_is_printed_alone_and_has_the_form_of_a_key()
    {
        await using var shell = new Shell();
        var printed = await shell.Printed("api-key", "generate");
        Assert.True(KeyText.IsWellFormed(printed.TrimEnd('\n')));
    }
}
