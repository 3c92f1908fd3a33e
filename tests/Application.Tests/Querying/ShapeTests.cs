using AchieveApex.Application.Resources.Querying;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("name=a", "name=b")]
    [InlineData("score[$gt]=1", "score[$gt]=2")]
    [InlineData("name[$gt]=a", "name[$gt]=b")]
    [InlineData("color=blue&trim[$ne]=blue", "color=green&trim[$ne]=green")]
    [InlineData("name[$like]=ab", "name[$like]=cd%25")]
    [InlineData("id[$in][]=1&id[$in][]=2", "id[$in]=3")]
    [InlineData("id[$in]=", "id[$in]=3")]
    [InlineData("score[$nin][]=&score[$nin][]=1", "score[$nin][]=2&score[$nin][]=")]
    [InlineData("$or[0][verified]=true&$or[1][price]=1", "$or[0][verified]=false&$or[1][price]=2.5")]
    public void Queries_that_differ_in_values_alone_have_one_shape(string one, string other)
    {
        Assert.Equal(Of(one).Key, Of(other).Key);
        Assert.NotEqual(Told(one), Told(other));
    }

    [Theory]
    [InlineData("name=a", "code=a")]
    [InlineData("name=a", "name[$ne]=a")]
    [InlineData("score=1", "score=")]
    [InlineData("score[$in][]=1", "score[$in][]=1&score[$in][]=")]
    [InlineData("name=a", "name=a&code=b")]
    [InlineData("name=a&code=b", "code=b&name=a")]
    [InlineData("$or[0][name]=a&$or[1][code]=b", "$or[0][name]=a&$or[0][code]=b")]
    [InlineData("$or[0][name]=a&$or[1][code]=b", "$and[0][name]=a&$and[1][code]=b")]
    [InlineData("$or[0][name]=a&$or[1][$or][0][code]=b", "$or[0][$or][0][name]=a&$or[1][code]=b")]
    public void Other_conditions_have_another_shape(string one, string other)
    {
        Assert.NotEqual(Of(one).Key.ToString(), Of(other).Key.ToString());
    }

    [Fact]
    public void Values_are_told_in_their_order_and_an_array_is_one_of_them()
    {
        Assert.Equal("A; 5; 1,2; x", Told("name=A&$or[0][score]=5&$or[0][id][$in]=1&$or[0][id][$in]=2&$or[1][code]=x"));
    }

    private static QueryShape Of(string query)
    {
        var shape = new QueryShape();
        Asking.For(query).Where!.Describe(shape);
        return shape;
    }

    private static string Told(string query) => string.Join("; ", Of(query).Values.Select(Told));

    private static string Told(object value) => value is IReadOnlyList<object?> array ? string.Join(',', array) : $"{value}";
}
