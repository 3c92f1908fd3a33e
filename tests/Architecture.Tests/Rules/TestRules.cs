using System.Text.RegularExpressions;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>How tests are written.</summary>
internal static class TestRules
{
    public static Rule Every_HTTP_test_runs_on_both_databases =>
        Rule.Each(
            code => code.TestSources.Where(file => Shared.IsMatch(file.Text)),
            (code, file) =>
                Shared
                    .Matches(file.Text)
                    .Select(match => match.Groups[1].Value)
                    .FirstOrDefault(name => !RunsOn(code, name, "Sqlite") || !RunsOn(code, name, "Postgres"))
                    is { } half
                    ? $"{half} does not run on both databases"
                    : null
        );

    private static readonly Regex Shared = new(@"abstract class (\w+)\(TestApi \w+\)");

    private static bool RunsOn(Code code, string tests, string database) =>
        code.TestSources.Any(file => Regex.IsMatch(file.Text, $@"sealed class {tests}On{database}\({database}Api (\w+)\) : {tests}\(\1\)"));
}
