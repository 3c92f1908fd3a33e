using System.Text.RegularExpressions;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Documentation;

public sealed class QuickStartTestsOnSqlite(SqliteApi api) : QuickStartTests(api);

public sealed class QuickStartTestsOnPostgres(PostgresApi api) : QuickStartTests(api);

/// <summary>The commands of the first quick start, one after the other, as a reader runs them.</summary>
public abstract partial class QuickStartTests(TestApi api)
{
    [Fact]
    public async Task The_commands_of_the_quick_start_do_what_it_says()
    {
        var tenant = await api.NewTenant();
        var page = await api.Anonymous().GetStringAsync("/docs/quick-start-curl");
        var commands = Shell()
            .Matches(page)
            .Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value))
            .SelectMany(block => Command().Split(block))
            .Where(command => command.StartsWith("curl ", StringComparison.Ordinal))
            .ToList();
        Assert.True(commands.Count >= 6, $"Only {commands.Count} commands were found.");

        var id = "6";
        foreach (var command in commands)
        {
            var (status, body) = await CurlCommand.Run(
                command
                    .Trim()
                    .Replace("curl -i ", "curl ", StringComparison.Ordinal)
                    .Replace("$SERVER", api.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
                    .Replace("$KEY", tenant.Key, StringComparison.Ordinal)
                    .Replace("/contacts/6", $"/contacts/{id}", StringComparison.Ordinal)
            );
            Assert.True(status is 200 or 201, $"{command}\n{status} {body}");
            if (status == 201)
                id = Id().Match(body).Groups[1].Value;
        }
    }

    [GeneratedRegex("<pre><code class=\"language-sh\">(.*?)</code></pre>", RegexOptions.Singleline)]
    private static partial Regex Shell();

    [GeneratedRegex(@"\n\n(?=curl )")]
    private static partial Regex Command();

    [GeneratedRegex("\"id\":(\\d+)")]
    private static partial Regex Id();
}
