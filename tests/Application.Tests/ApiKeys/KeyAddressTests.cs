using System.Net;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Permissions;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Xunit;

namespace AchieveApex.Application.Tests.ApiKeys;

public sealed class KeyAddressTests
{
    private readonly IKeyDirectory directory = Substitute.For<IKeyDirectory>();
    private readonly IKeyUse use = Substitute.For<IKeyUse>();
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("192.0.2.0/24", "192.0.2.255", true)]
    [InlineData("192.0.2.0/24", "192.0.3.0", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    [InlineData("0.0.0.0/0", "::ffff:8.8.8.8", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("192.0.2.7", null, false)]
    public async Task A_key_with_a_list_works_from_the_addresses_on_it(string allowed, string? from, bool works)
    {
        var error = await Xunit.Record.ExceptionAsync(async () => await Authenticate([allowed], null, from));
        Assert.Equal(works, error is null);
        Assert.True(error is null or Forbidden);
        Assert.Equal(works ? 1 : 0, use.ReceivedCalls().Count());
    }

    [Fact]
    public async Task A_key_without_a_list_works_from_anywhere() => Assert.NotNull(await Authenticate([], null, null));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public async Task A_key_works_before_its_expiry_alone(int milliseconds, bool works) =>
        Assert.Equal(works, await Authenticate([], clock.GetUtcNow().AddMilliseconds(milliseconds), "192.0.2.7") is not null);

    [Theory]
    [InlineData("1")]
    [InlineData("10.1")]
    [InlineData("256.0.0.1")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/")]
    [InlineData("example.com")]
    [InlineData("")]
    public void What_is_neither_an_address_nor_a_network_is_not_valid(string text) => Assert.False(Networks.IsValid(text));

    private async Task<Caller?> Authenticate(string[] allowed, DateTimeOffset? expiry, string? from)
    {
        var caller = new Caller(1, 2, 3, Rights.Of(new ResourceCatalog([])), false, null);
        directory.Find(default, default).ReturnsForAnyArgs(new KeyHolder(caller, expiry, [.. allowed.Select(Networks.Parse)]));
        var authenticator = new KeyAuthenticator(Substitute.For<IKeyHasher>(), directory, use, clock);
        return await authenticator.Authenticate(KeyText.Generate(), from is null ? null : IPAddress.Parse(from), default);
    }
}
