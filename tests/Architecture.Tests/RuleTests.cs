using System.Reflection;
using AchieveApex.Domain;
using Xunit;

namespace AchieveApex.Architecture.Tests;

/// <summary>Every rule twice: the product keeps it, and it sees what was planted to break it.</summary>
public sealed class RuleTests
{
    private static readonly Dictionary<string, Rule> ByName = typeof(Rule)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType == typeof(Rule))
        .Select(property => (Rule)property.GetValue(null)!)
        .ToDictionary(rule => rule.Name);

    private static readonly ILookup<string, string> Planted = typeof(BreaksAttribute)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<BreaksAttribute>().Select(plant => (plant.Rule, Type: type.FullName!)))
        .ToLookup(plant => plant.Rule, plant => plant.Type);

    public static TheoryData<string> Rules => [.. ByName.Keys];

    [Theory, MemberData(nameof(Rules))]
    public void The_product_keeps(string rule) => Assert.Empty(ByName[rule].BrokenIn(Code.Product));

    [Theory, MemberData(nameof(Rules))]
    public void What_was_planted_and_nothing_else_is_seen_by(string rule)
    {
        Assert.NotEmpty(Planted[rule]);
        Assert.Equal(Planted[rule].Order(), ByName[rule].BrokenIn(Code.Plants).Select(violation => violation.Offender).Distinct().Order());
    }

    [Theory, MemberData(nameof(Rules))]
    public void No_exception_is_left_without_need_in(string rule) => Assert.Empty(ByName[rule].NeedlessIn(Code.Product));

    [Fact]
    public void Every_plant_names_a_rule_that_exists() => Assert.Empty(Planted.Select(plant => plant.Key).Except(ByName.Keys));

    [Fact]
    public void A_rule_without_a_subject_is_broken() =>
        Assert.NotEmpty(Rule.Each(_ => Array.Empty<Type>(), _ => null, "anything").BrokenIn(Code.Product));
}
