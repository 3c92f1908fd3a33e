using System.Text.Json;
using System.Text.RegularExpressions;
using AchieveApex.Application.ApiKeys;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class StartTestsOnSqlite(FirstStartOnSqlite start) : StartTests(start), IClassFixture<FirstStartOnSqlite>;

public sealed class StartTestsOnPostgres(FirstStartOnPostgres start) : StartTests(start), IClassFixture<FirstStartOnPostgres>;

public abstract partial class StartTests(FirstStart start)
{
    [Fact]
    public void The_address_and_a_key_are_printed_and_nothing_goes_wrong()
    {
        Assert.Matches(@"^AchieveApex listens on http://127\.0\.0\.1:\d+ ", start.First.Output);
        Assert.True(KeyText.IsWellFormed(Key().Match(start.First.Output).Value));
        Assert.Equal((0, ""), (start.First.ExitCode, start.First.Errors));
    }

    [Fact]
    public void The_first_printed_command_lists_the_demo_contacts() =>
        Assert.Equal(5, JsonElement.Parse(start.Answers[0]).GetProperty("total").GetInt32());

    [Fact]
    public void The_second_printed_command_adds_a_contact() =>
        Assert.Equal("Jane 101", $"{Added.GetProperty("first_name")} {Added.GetProperty("organization_id")}");

    [Fact]
    public void The_second_start_prints_addresses_alone() =>
        Assert.Matches(@"\AAchieveApex listens on (\S+) [^\n]*\nHow to use it: \1/docs\n\z", start.Second.Output);

    [Fact]
    public void A_server_that_is_told_to_stop_ends_without_complaint() =>
        Assert.Equal((0, ""), (start.Second.ExitCode, start.Second.Errors));

    private JsonElement Added => JsonElement.Parse(start.Answers[1]);

    [GeneratedRegex("aax_[0-9A-Za-z]+")]
    private static partial Regex Key();
}
