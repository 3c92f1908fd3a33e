using System.Net;
using System.Text.RegularExpressions;
using AchieveApex.Application.ApiKeys;
using NSubstitute;
using Xunit;

namespace AchieveApex.Application.Tests.ApiKeys;

public sealed partial class KeyTextTests
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_- \u00e9";

    [Fact]
    public void Every_generated_key_is_well_formed_and_no_two_are_the_same()
    {
        var keys = Enumerable.Range(0, 10_000).Select(_ => KeyText.Generate()).ToList();
        Assert.All(keys, key => Assert.True(KeyText.IsWellFormed(key) && Form().IsMatch(key), key));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public async Task A_key_with_any_one_character_changed_is_refused_without_looking_it_up()
    {
        var (hasher, directory) = (Substitute.For<IKeyHasher>(), Substitute.For<IKeyDirectory>());
        var authenticator = new KeyAuthenticator(hasher, directory, Substitute.For<IKeyUse>(), TimeProvider.System);
        for (var round = 0; round < 5; round++)
        {
            var key = KeyText.Generate();
            for (var i = 0; i < key.Length; i++)
                foreach (var other in Characters.Where(character => character != key[i]))
                    Assert.Null(await authenticator.Authenticate(key[..i] + other + key[(i + 1)..], IPAddress.Loopback, default));
        }

        Assert.Empty(hasher.ReceivedCalls());
        Assert.Empty(directory.ReceivedCalls());
    }

    [Theory]
    [InlineData("")]
    [InlineData("aax_")]
    [InlineData("AAX_0000000000000000000000000000000000000")]
    public void What_has_another_form_is_not_well_formed(string text) => Assert.False(KeyText.IsWellFormed(text));

    [Fact]
    public void A_key_that_is_shorter_or_longer_is_not_well_formed()
    {
        var key = KeyText.Generate();
        Assert.False(KeyText.IsWellFormed(key[..^1]) || KeyText.IsWellFormed(key + "0") || KeyText.IsWellFormed(key + "\n"));
    }

    [GeneratedRegex("^aax_[0-9A-Za-z]{36}$")]
    private static partial Regex Form();
}
