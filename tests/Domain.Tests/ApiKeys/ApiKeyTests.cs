using AchieveApex.Domain.ApiKeys;
using AchieveApex.Domain.Resources;
using Xunit;

namespace AchieveApex.Domain.Tests.ApiKeys;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData(null, 60, 60)]
    [InlineData(30, 60, 30)]
    [InlineData(60, 60, 60)]
    [InlineData(90, 60, 60)]
    public void A_rotated_key_ends_with_the_overlap_or_with_its_own_expiry_whichever_is_first(int? expiry, int overlap, int end)
    {
        var old = Key(expiry);
        old.Rotate([1], "new!", Now, TimeSpan.FromSeconds(overlap));
        Assert.Equal(Now.AddSeconds(end), old.ExpiresAt);
    }

    [Fact]
    public void A_successor_takes_over_everything_but_the_secret()
    {
        var old = Key(90);
        (old.Name, old.Scopes, old.AllowedIps, old.AllowBulk) = ("Sync", ["contacts:view"], ["192.0.2.1"], true);
        var successor = old.Rotate([1], "new!", Now, TimeSpan.Zero);
        Assert.Equal(
            ("Sync", old.UserId, true, Now.AddSeconds(90)),
            (successor.Name, successor.UserId, successor.AllowBulk, successor.ExpiresAt)
        );
        Assert.Equal((old.Scopes, old.AllowedIps), (successor.Scopes, successor.AllowedIps));
        Assert.Equal(("new!", ApiKeyStatus.Active), (successor.LastFour, successor.Status));
        Assert.Equal([1], successor.Digest);
    }

    [Theory]
    [InlineData(ApiKeyStatus.Deactivated, null)]
    [InlineData(ApiKeyStatus.Deactivated, 90)]
    [InlineData(ApiKeyStatus.Active, 0)]
    [InlineData(ApiKeyStatus.Active, -1)]
    public void A_key_that_does_not_work_is_not_rotated(ApiKeyStatus status, int? expiry)
    {
        var key = Key(expiry);
        key.Status = status;
        Assert.Throws<DomainException>(() => key.Rotate([1], "new!", Now, TimeSpan.Zero));
    }

    private static ApiKey Key(int? expiry)
    {
        var key = ApiKey.For(7, [0], "old!");
        key.ExpiresAt = expiry is { } seconds ? Now.AddSeconds(seconds) : null;
        return key;
    }
}
