using AchieveApex.Domain.Permissions;
using CsCheck;
using Xunit;

namespace AchieveApex.Domain.Tests.Permissions;

public sealed class GrantsTests
{
    private static readonly string[] Resources = ["contacts", "deals", "api-keys"];
    private static readonly string[] Actions = ["view", "create", "update", "delete"];
    private const string Administrative = "api-keys";

    private static readonly Gen<string> Pattern = Gen.Frequency(
        (1, Gen.Const("*")),
        (8, Gen.Select(Gen.OneOf([.. Resources, "*"]), Gen.OneOf([.. Actions, "*"]), (resource, action) => $"{resource}:{action}"))
    );

    [Fact]
    public void What_is_allowed_is_what_the_patterns_spell_out() =>
        Pattern
            .List[0, 5]
            .Sample(patterns =>
            {
                var grants = new Grants(patterns);
                var allowed = patterns.SelectMany(Spelled).ToHashSet();
                foreach (var resource in Resources)
                foreach (var action in Actions)
                    Assert.Equal(
                        allowed.Contains((resource, action)),
                        grants.Allow(resource, action, isAdministrative: resource == Administrative)
                    );
            });

    [Fact]
    public void Every_pattern_of_existing_names_is_valid() =>
        Pattern.Sample(pattern => Assert.True(Grants.IsValid(pattern, Resources, Actions), pattern));

    [Theory]
    [InlineData("")]
    [InlineData("**")]
    [InlineData("contacts")]
    [InlineData("contacts:")]
    [InlineData(":view")]
    [InlineData("contacts:view:")]
    [InlineData("Contacts:view")]
    [InlineData("contacts:read")]
    [InlineData("contact:view")]
    [InlineData(" contacts:view")]
    [InlineData("contacts;view")]
    public void What_names_nothing_is_not_valid_and_allows_nothing(string pattern)
    {
        Assert.False(Grants.IsValid(pattern, Resources, Actions));
        Assert.False(new Grants([pattern]).Allow("contacts", "view", isAdministrative: false));
    }

    // The naive reading: each pattern written out as pairs.
    private static IEnumerable<(string Resource, string Action)> Spelled(string pattern) =>
        pattern == "*"
            ? from resource in Resources
            from action in Actions
            select (resource, action)
            : from resource in pattern.Split(':')[0] == "*" ? Resources.Where(name => name != Administrative) : [pattern.Split(':')[0]]
            from action in pattern.Split(':')[1] == "*" ? Actions : [pattern.Split(':')[1]]
            select (resource, action);
}
