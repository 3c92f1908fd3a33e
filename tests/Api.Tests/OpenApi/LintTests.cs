using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

/// <summary>Two linters find no error in the document. Their rules, with what is waived and why, stand in docs/openapi.</summary>
public sealed class LintTests
{
    [Theory]
    [InlineData("spectral", "lint", "v1.json", "--ruleset", "spectral.yaml", "--fail-severity", "error", "--quiet")]
    [InlineData("redocly", "lint", "v1.json", "--config", "redocly.yaml")]
    public async Task A_linter_finds_no_error(string linter, params string[] arguments)
    {
        var (code, output) = await Run(linter, Repository.PathOf("docs/openapi"), arguments);
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData(
        "spectral",
        "owasp:api4:2023-string-limit",
        "lint",
        "broken.json",
        "--ruleset",
        "spectral.yaml",
        "--fail-severity",
        "error"
    )]
    [InlineData("redocly", "operation-operationId-unique", "lint", "broken.json", "--config", "redocly.yaml")]
    public async Task A_linter_finds_a_planted_error(string linter, string rule, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("achieveapex-lint-").FullName;
        foreach (var file in new[] { "spectral.yaml", "redocly.yaml" })
            File.Copy(Repository.PathOf($"docs/openapi/{file}"), Path.Combine(folder, file));
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Repository.PathOf("tests/Npm/node_modules"));
        var broken = Repository
            .Read("docs/openapi/v1.json")
            .Replace("\"maxLength\": 100,", "", StringComparison.Ordinal)
            .Replace("\"operationId\": \"getMe\"", "\"operationId\": \"getRole\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), broken);
        var (code, output) = await Run(linter, folder, arguments);
        Directory.Delete(folder, recursive: true);
        Assert.NotEqual(0, code);
        Assert.Contains(rule, output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> Run(string linter, string folder, string[] arguments) =>
        Tool.Run(folder, Repository.PathOf($"tests/Npm/node_modules/.bin/{linter}"), arguments);
}
