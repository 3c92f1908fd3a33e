using System.Linq.Expressions;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class CapturedValueTests
{
    [Theory]
    [InlineData("name=a", "name=b")]
    [InlineData("score[$gt]=1", "score[$gt]=2")]
    [InlineData("name[$gt]=a", "name[$gt]=b")]
    [InlineData("color=blue&trim[$ne]=blue", "color=green&trim[$ne]=green")]
    [InlineData("name[$like]=ab", "name[$like]=cd%25")]
    [InlineData("id[$in][]=1&id[$in][]=2", "id[$in]=3")]
    [InlineData("$or[0][verified]=true&$or[1][price]=1", "$or[0][verified]=false&$or[1][price]=2.5")]
    public void Queries_of_one_shape_are_one_expression(string one, string other)
    {
        Assert.Equal(Asking.For(one).Where!.ToString(), Asking.For(other).Where!.ToString());
    }

    [Fact]
    public void No_value_is_a_constant_of_the_expression()
    {
        var where = Asking.For(
            "name[$gt]=a&score=5&price[$in]=2&color=green&created_at[$lt]=2026-03-01T12:00:00Z&code[$like]=ab&active=true"
        );
        var constants = new Constants();
        constants.Visit(where.Where);
        Assert.Equal(7, constants.Seen.Count(value => value is not (null or 0)));
        Assert.DoesNotContain(constants.Seen, value => value is string or decimal or bool or DateTimeOffset or Enum or 5 or Array);
    }

    private sealed class Constants : ExpressionVisitor
    {
        public List<object?> Seen { get; } = [];

        protected override Expression VisitConstant(ConstantExpression node)
        {
            Seen.Add(node.Value);
            return node;
        }
    }
}
