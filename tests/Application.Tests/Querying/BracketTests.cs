using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class BracketTests
{
    [Theory]
    [InlineData("x[$in]=a", "a")]
    [InlineData("x[$in]=", "")]
    [InlineData("x[$in]=a&x[$in]=b", "a b")]
    [InlineData("x[$in]=&x[$in]=b", " b")]
    [InlineData("x[$in][]=a&x[$in][]=b", "a b")]
    [InlineData("x[$in][0]=a&x[$in][1]=b", "a b")]
    [InlineData("x[$in][10]=c&x[$in][9]=b&x[$in][2]=a", "a b c")]
    [InlineData("x[$in][]=c&x[$in][7]=b&x[$in][]=d&x[$in][3]=a", "a b c d")]
    [InlineData("x%5B%24in%5D%5B0%5D=a%26b%3Dc", "a&b=c")]
    [InlineData("x[$in][0]=a+b%2Bc", "a b+c")]
    public void Arrays_are_written_in_many_ways(string query, string expected)
    {
        Assert.Equal(expected, string.Join(' ', QueryTree.Of(ListQuery.Parse(query)).Members()[0].Value.Members()[0].Value.Values()));
    }

    [Fact]
    public void An_empty_value_by_index_is_one_empty_value()
    {
        Assert.Equal([""], QueryTree.Of(ListQuery.Parse("x[0]=")).Members()[0].Value.Values());
    }

    [Fact]
    public void Members_keep_the_order_of_their_first_appearance()
    {
        var tree = QueryTree.Of(ListQuery.Parse("b[x]=1&a=2&b[a]=3"));
        Assert.Equal(["b", "a"], tree.Members().Select(member => member.Key));
        Assert.Equal(["x", "a"], tree.Members()[0].Value.Members().Select(member => member.Key));
    }

    [Theory]
    [InlineData("name[=a", "'name[' is not a parameter name: its brackets do not match.")]
    [InlineData("name]=a", "'name]' is not a parameter name: its brackets do not match.")]
    [InlineData("name[$in=a", "'name[$in' is not a parameter name: its brackets do not match.")]
    [InlineData("name[$in]x=a", "'name[$in]x' is not a parameter name: its brackets do not match.")]
    [InlineData("name[[$in]]=a", "'name[[$in]]' is not a parameter name: its brackets do not match.")]
    [InlineData("name[$in]]=a", "'name[$in]]' is not a parameter name: its brackets do not match.")]
    [InlineData("[name]=a", "'[name]' is not a parameter name: its brackets do not match.")]
    [InlineData("=a", "'' is not a parameter name: its brackets do not match.")]
    [InlineData("name=a&name=b", "'name' is given more than once.")]
    [InlineData("name=a&name=a", "'name' is given more than once.")]
    [InlineData("name[$ne]=a&name[$ne]=b", "'name[$ne]' is given more than once.")]
    [InlineData("name[$in][0]=a&name[$in][0]=b", "'name[$in][0]' is given more than once.")]
    [InlineData("name[$in][0]=a&name[$in][00]=b", "'name[$in][00]' is given more than once.")]
    [InlineData("name[$in][a]=a", "'name[$in]' is a list: 'a' is not an index.")]
    [InlineData("name[$in][-1]=a", "'name[$in]' is a list: '-1' is not an index.")]
    [InlineData("name[$in][99999999999]=a", "'name[$in]' is a list: '99999999999' is not an index.")]
    [InlineData("name[$in][0][1]=a", "'name[$in][0]' takes one value.")]
    [InlineData("name[$ne][0]=a", "'name[$ne]' takes one value.")]
    [InlineData("name[]=a", "'name' is not a list: '[]' cannot follow it.")]
    [InlineData("name=a&name[$ne]=b", "'name' is given both a value and members. Write the value with an operator, for example [$in].")]
    [InlineData("name[$ne]=b&name=a", "'name' is given both a value and members. Write the value with an operator, for example [$in].")]
    [InlineData(
        "name[$in][]=b&name[$in]=a",
        "'name[$in]' is given both a value and members. Write the value with an operator, for example [$in]."
    )]
    public void A_name_that_makes_no_sense_is_refused(string query, string expected)
    {
        Assert.Equal(expected, Asking.Refusal(query));
    }

    [Theory]
    [InlineData(20, "Unknown operator 'a' on field 'name'. It takes $ne, $in, $nin, $lt, $lte, $gt, $gte, $like, $notlike, $ilike.")]
    [InlineData(
        21,
        "'name[a][a][a][a][a][a][a][a][a][a][a][a][a][a][a][a][a][a][a][a][a]' is nested too deeply. At most 20 brackets are allowed."
    )]
    public void Brackets_are_nested_twenty_deep_at_most(int depth, string expected)
    {
        Assert.Equal(expected, Asking.Refusal($"name{string.Concat(Enumerable.Repeat("[a]", depth))}=1"));
    }

    [Fact]
    public void A_message_repeats_the_first_hundred_characters_of_a_name()
    {
        Assert.Equal($"Unknown field '{new string('x', 100)}…'.", Asking.Refusal($"{new string('x', 5000)}=1"));
        Assert.Equal($"Unknown field '{new string('x', 99)}…'.", Asking.Refusal($"{new string('x', 99)}😀=1"));
    }
}
