using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class LimitTests
{
    [Fact]
    public void An_array_has_three_hundred_values_at_most()
    {
        Assert.Equal("1,2,3,4", Asking.Ids(Repeat(300, i => $"id[$in][{i}]={i}")));
        Assert.Equal("'id[$in]' has 301 values. At most 300 are allowed.", Asking.Refusal(Repeat(301, i => $"id[$in][{i}]={i}")));
        Assert.Equal("'id[$nin]' has 301 values. At most 300 are allowed.", Asking.Refusal(Repeat(301, i => $"id[$nin]={i}")));
        Assert.Equal("'$select' has 301 values. At most 300 are allowed.", Asking.Refusal(Repeat(301, _ => "$select[]=id")));
    }

    [Fact]
    public void An_or_has_fifty_branches_at_most()
    {
        Assert.Equal("1,2,3,4", Asking.Ids(Repeat(50, i => $"$or[{i}][id]={i}")));
        Assert.Equal("'$or' has 51 branches. At most 50 are allowed.", Asking.Refusal(Repeat(51, i => $"$or[{i}][id]={i}")));
    }

    [Fact]
    public void A_query_has_two_hundred_conditions_at_most()
    {
        const string tooMany = "The query has too many conditions. At most 200 are allowed.";
        Assert.Equal("", Asking.Ids(Repeat(200, i => $"$and[{i}][id]={i}")));
        Assert.Equal(tooMany, Asking.Refusal(Repeat(201, i => $"$and[{i}][id]={i}")));
        Assert.Equal(tooMany, Asking.Refusal($"name=a&{Repeat(200, i => $"$and[{i / 10}][$or][{i % 10}][id]={i}")}"));
    }

    [Theory]
    [InlineData("$or")]
    [InlineData("$and")]
    public void Groups_are_nested_five_deep_at_most(string name)
    {
        var five = name + string.Concat(Enumerable.Repeat($"[0][{name}]", 4));
        Assert.Equal("3", Asking.Ids($"{five}[0][id]=3"));
        Assert.Equal(
            $"'{five}[0][{name}]' is nested too deeply. At most 5 levels of $or and $and are allowed.",
            Asking.Refusal($"{five}[0][{name}][0][id]=3")
        );
    }

    private static string Repeat(int count, Func<int, string> parameter) => string.Join('&', Enumerable.Range(0, count).Select(parameter));
}
