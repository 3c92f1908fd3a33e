using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Querying;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class ValueTests
{
    private const string Time = "must be an RFC 3339 time such as 2026-01-31T09:30:00Z (in a query, the '+' of an offset is written %2B)";
    private const string Price = "must be a number from -922337203685477.5807 to 922337203685477.5807";

    [Theory]
    [InlineData("active=yes", "active: must be true or false")]
    [InlineData("active=True", "active: must be true or false")]
    [InlineData("active=1", "active: must be true or false")]
    [InlineData("score=abc", "score: must be a whole number")]
    [InlineData("score=1.0", "score: must be a whole number")]
    [InlineData("score=1e3", "score: must be a whole number")]
    [InlineData("score=%2B1", "score: must be a whole number")]
    [InlineData("score=-", "score: must be a whole number")]
    [InlineData("score=0x10", "score: must be a whole number")]
    [InlineData("score=1,000", "score: must be a whole number")]
    [InlineData("score=%D9%A1", "score: must be a whole number")]
    [InlineData("score=1%0A", "score: must be a whole number")]
    [InlineData("score=+1", "score: must be a whole number")]
    [InlineData("score=1%00", "score: must be a whole number")]
    [InlineData("score=2147483648", "score: must be a whole number from -2147483648 to 2147483647")]
    [InlineData("size=9223372036854775808", "size: must be a whole number from -9223372036854775808 to 9223372036854775807")]
    [InlineData("price=abc", "price: must be a decimal number such as 1234.5")]
    [InlineData("price=1e3", "price: must be a decimal number such as 1234.5")]
    [InlineData("price=.5", "price: must be a decimal number such as 1234.5")]
    [InlineData("price=5.", "price: must be a decimal number such as 1234.5")]
    [InlineData("price=1,5", "price: must be a decimal number such as 1234.5")]
    [InlineData("price=NaN", "price: must be a decimal number such as 1234.5")]
    [InlineData("price=0.00001", "price: must have at most 4 decimal places")]
    [InlineData("price=922337203685477.5808", "price: " + Price)]
    [InlineData("price=-99999999999999999999999999999999999", "price: " + Price)]
    [InlineData("color=red", "color: must be one of blue, deep_red, green")]
    [InlineData("color=DeepRed", "color: must be one of blue, deep_red, green")]
    [InlineData("color=1", "color: must be one of blue, deep_red, green")]
    [InlineData("created_at=yesterday", "created_at: " + Time)]
    [InlineData("created_at=2026-03-01", "created_at: " + Time)]
    [InlineData("created_at=2026-03-01T12:00:00", "created_at: " + Time)]
    [InlineData("created_at=2026-03-01T12:00Z", "created_at: " + Time)]
    [InlineData("created_at=2026-02-30T12:00:00Z", "created_at: " + Time)]
    [InlineData("created_at=2026-03-01T12:00:00.Z", "created_at: " + Time)]
    [InlineData("created_at=2026-03-01T12:00:00+01:00", "created_at: " + Time)]
    [InlineData("created_at=2026-03-01T12:00:00%2B0100", "created_at: " + Time)]
    [InlineData("created_at=0001-01-01T00:00:00%2B14:00", "created_at: " + Time)]
    [InlineData("created_at=1772366400", "created_at: " + Time)]
    [InlineData("score[$in][]=1&score[$in][]=x", "score: must be a whole number")]
    [InlineData("score[$ne]=x", "score: must be a whole number")]
    [InlineData("$or[0][score]=x", "score: must be a whole number")]
    [InlineData("score[$gt]=", "score: must be a whole number")]
    [InlineData("price[$lte]=", "price: must be a decimal number such as 1234.5")]
    [InlineData("created_at[$lt]=", "created_at: " + Time)]
    [InlineData("name=a%00b", "name: must not contain the character U+0000")]
    [InlineData("name[$in][]=%00", "name: must not contain the character U+0000")]
    [InlineData("name[$like]=ab%00", "name: must not contain the character U+0000")]
    public void A_value_of_another_type_is_refused(string query, string expected)
    {
        Assert.Equal(expected, Asking.Refusal(query));
    }

    [Theory]
    [InlineData("score=005", "3")]
    [InlineData("count=-0", "1,2,4")]
    [InlineData("price=012.5000000000", "3")]
    [InlineData("price=-0.0", "1,2,4")]
    [InlineData("price[$lt]=922337203685477.5807", "1,2,3,4")]
    [InlineData("size[$gte]=-9223372036854775808", "1,2,3,4")]
    [InlineData("last_seen_at=2026-03-01T14:00:00%2B02:00", "3")]
    [InlineData("last_seen_at=2026-03-01T00:30:00-11:30", "3")]
    [InlineData("last_seen_at=2026-03-01t12:00:00z", "3")]
    [InlineData("last_seen_at=2026-03-01T12:00:00.000999999999999Z", "3")]
    [InlineData("created_at=2026-03-01T12:00:00.001Z", "2")]
    [InlineData("created_at=2026-03-01T12:00:00.0019Z", "2")]
    public void A_value_has_more_than_one_spelling(string query, string expected)
    {
        Assert.Equal(expected, Asking.Ids(query));
    }

    [Fact]
    public void A_time_is_told_in_utc()
    {
        var shape = new QueryShape();
        Asking.For("created_at=2026-03-01T14:00:00%2B02:00").Where!.Describe(shape);
        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)Assert.Single(shape.Values)).Offset);
    }

    [Fact]
    public void A_text_has_two_thousand_characters_at_most()
    {
        Assert.Equal("", Asking.Ids($"name={new string('a', 2000)}"));
        Assert.Equal("name: must be at most 2000 characters", Asking.Refusal($"name={new string('a', 2001)}"));
        Assert.Equal("name: must be at most 2000 characters", Asking.Refusal($"name[$like]={new string('a', 2001)}"));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        foreach (var text in new[] { "a\ud83d", "\ude00a", "\ud83d\ud83d\ude00" })
            Assert.Equal(["must be valid Unicode text"], Assert.Throws<BadRequest>(() => Named(text)).Errors!["name"]);
    }

    [Theory]
    [InlineData("", "must have at least 2 characters besides % and _")]
    [InlineData("%", "must have at least 2 characters besides % and _")]
    [InlineData("%a%", "must have at least 2 characters besides % and _")]
    [InlineData("a____", "must have at least 2 characters besides % and _")]
    [InlineData("😀%", "must have at least 2 characters besides % and _")]
    [InlineData(@"\%", "must have at least 2 characters besides % and _")]
    [InlineData(@"ab\", @"must not end in a lone \")]
    [InlineData(@"ab\\\", @"must not end in a lone \")]
    public void A_pattern_that_says_too_little_is_refused(string pattern, string expected)
    {
        foreach (var name in new[] { "$like", "$notlike", "$ilike" })
            Assert.Equal($"name: {expected}", Asking.Refusal($"name[{name}]={Uri.EscapeDataString(pattern)}"));
    }

    [Theory]
    [InlineData("%ab%")]
    [InlineData("a_b")]
    [InlineData(@"\%\_")]
    [InlineData(@"a\\")]
    [InlineData("😀é")]
    public void Two_characters_that_are_not_wildcards_are_enough(string pattern)
    {
        Assert.NotNull(Asking.For($"name[$like]={Uri.EscapeDataString(pattern)}").Where);
    }

    private static Query<Gadget> Named(string name) =>
        QueryParser.Parse<Gadget, GadgetView>(new([new("name", name)]), new(), QueryUse.List);
}
