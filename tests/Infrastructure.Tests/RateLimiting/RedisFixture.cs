using AchieveApex.Infrastructure.RateLimiting;
using AchieveApex.Support;
using StackExchange.Redis;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

/// <summary>A server and a connection for the tests that do not stop it.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    public RedisServer Server { get; } = new();

    public IConnectionMultiplexer Connection { get; private set; } = null!;

    public IDatabase Database => Connection.GetDatabase();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        var options = ConfigurationOptions.Parse(Server.ConnectionString);
        options.AllowAdmin = true;
        options.AsyncTimeout = 60_000;
        Connection = await ConnectionMultiplexer.ConnectAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>A limiter that a busy machine does not make give up.</summary>
    internal RedisRateLimiter Limiter(RateLimitMetrics metrics) =>
        new(() => Task.FromResult(Connection), metrics, TimeProvider.System, new RedisTuning { Patience = TimeSpan.FromMinutes(1) });
}
