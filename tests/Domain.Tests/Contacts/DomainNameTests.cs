using AchieveApex.Domain.Contacts;
using Xunit;

namespace AchieveApex.Domain.Tests.Contacts;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData(" WWW.Example.COM. ", "example.com")]
    [InlineData("https://www.example.com:8080/about?x=1#y", "example.com")]
    [InlineData("http://jane@shop.example.com", "shop.example.com")]
    [InlineData("BÜCHER.example", "xn--bcher-kva.example")]
    [InlineData("www.com", "www.com")]
    [InlineData("a-1.example", "a-1.example")]
    public void A_domain_has_one_form(string text, string form) => Assert.Equal(form, DomainName.Of(text));

    [Theory]
    [InlineData("xn--bcher-kva.example")]
    [InlineData("shop.example.com")]
    public void The_form_of_a_form_is_itself(string form) => Assert.Equal(form, DomainName.Of(form));

    [Theory]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("example..com")]
    [InlineData("-a.example")]
    [InlineData("a_b.example")]
    [InlineData("a b.example")]
    [InlineData("192.0.2.1")]
    [InlineData("[2001:db8::1]")]
    [InlineData("https://")]
    [InlineData("\u2603.example")]
    [InlineData("a\u0000b.example")]
    public void What_names_no_domain_has_none(string text) => Assert.Null(DomainName.Of(text));

    [Fact]
    public void A_long_text_is_not_looked_at() => Assert.Null(DomainName.Of($"https://example.com/{new string('x', 255)}"));

    [Fact]
    public void A_label_has_63_characters_at_most() =>
        Assert.Equal(
            (true, false),
            (DomainName.Of($"{new string('a', 63)}.example") is not null, DomainName.Of($"{new string('a', 64)}.example") is not null)
        );
}
