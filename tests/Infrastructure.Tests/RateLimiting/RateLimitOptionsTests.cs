using System.ComponentModel.DataAnnotations;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

public sealed class RateLimitOptionsTests
{
    [Theory]
    [InlineData(1000, 3600, 0, true)]
    [InlineData(1, 1, 2, true)]
    [InlineData(1_000_000, 1_036_800, 1, true)]
    [InlineData(0, 3600, 0, false)]
    [InlineData(1_000_001, 3600, 0, false)]
    [InlineData(1000, 0, 0, false)]
    [InlineData(1000, 1_036_801, 0, false)]
    [InlineData(1000, 3600, 3, false)]
    public void Only_limits_that_can_be_kept_are_valid(int most, int window, int policy, bool valid)
    {
        var options = new RateLimitOptions
        {
            MaxRequests = most,
            WindowSeconds = window,
            OnStoreFailure = (StoreFailurePolicy)policy,
        };
        Assert.Equal(valid, Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1_000_001, 1)]
    [InlineData(1, 1_036_801)]
    public void A_limit_that_cannot_be_kept_does_not_exist(int most, int window) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(most, window));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_Redis_the_process_counts_by_itself(string? connectionString)
    {
        await using var services = new ServiceCollection()
            .AddRateLimiting(connectionString, StoreFailurePolicy.Deny)
            .BuildServiceProvider();
        Assert.IsType<MemoryRateLimiter>(services.GetRequiredService<IRateLimiter>());
    }
}
