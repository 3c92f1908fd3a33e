using AchieveApex.Application.Resources;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["email", "phone", "first_name", "last_name", "created_at", "id"];

    [Theory]
    [InlineData("emial", "email")]
    [InlineData("mail", "email")]
    [InlineData("e_mail", "email")]
    [InlineData("EMAIL", "email")]
    [InlineData("firstName", "first_name")]
    [InlineData("lastname", "last_name")]
    [InlineData("fist_nmae", "first_name")]
    [InlineData("createdat", "created_at")]
    [InlineData("ids", "id")]
    [InlineData("organization", null)]
    [InlineData("x_y_z", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found_when_one_is_near(string name, string? expected)
    {
        Assert.Equal(expected, NearestName.Of(name, Known));
    }

    [Fact]
    public void A_name_longer_than_any_is_not_compared()
    {
        Assert.Null(NearestName.Of(new string('a', 65), [new string('a', 65)]));
    }

    [Fact]
    public void A_hint_is_a_sentence_or_nothing()
    {
        Assert.Equal(" Did you mean 'email'?", NearestName.Hint("emial", Known));
        Assert.Equal("", NearestName.Hint("organization", Known));
    }
}
