using AchieveApex.Domain.Contacts;
using Xunit;

namespace AchieveApex.Domain.Tests.Contacts;

public sealed class ContactTests
{
    [Theory]
    [InlineData("Jane@Example.com", "Jane@Example.com", "jane@example.com")]
    [InlineData("  jane@example.com ", "jane@example.com", "jane@example.com")]
    [InlineData("JANE@EXAMPLE.COM", "JANE@EXAMPLE.COM", "jane@example.com")]
    [InlineData(null, null, null)]
    public void An_address_is_kept_as_it_was_typed_and_compared_in_lower_case(string? typed, string? kept, string? compared)
    {
        var contact = new Contact { Email = typed };
        Assert.Equal((kept, compared), (contact.Email, contact.EmailKey));
    }

    [Fact]
    public void An_address_that_is_taken_away_is_no_longer_compared()
    {
        var contact = new Contact { Email = "jane@example.com" };
        contact.Email = null;
        Assert.Null(contact.EmailKey);
    }
}
