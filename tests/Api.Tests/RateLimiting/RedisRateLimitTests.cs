using AchieveApex.Infrastructure.RateLimiting;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using Xunit;

namespace AchieveApex.Api.Tests.RateLimiting;

/// <summary>The limit shared through Redis by several instances, and what happens without it.</summary>
public sealed class RedisRateLimitTests : IAsyncLifetime
{
    private readonly RedisServer redis = new();

    public ValueTask InitializeAsync() => redis.InitializeAsync();

    public ValueTask DisposeAsync() => redis.DisposeAsync();

    [Fact]
    public async Task Two_instances_admit_exactly_the_limit_together()
    {
        await using var first = new PostgresApi { Settings = Settings(), Replace = Patiently };
        await first.InitializeAsync();
        await using var second = PostgresApi.Beside(first);
        await second.InitializeAsync();
        var acme = await first.NewTenant(30, 600);
        var there = new Tenant(second, acme.OrganizationId, acme.Key);

        var replies = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => (i % 2 == 0 ? acme : there).Get("/contacts?$limit=0")));

        Assert.Equal(
            "200: 30, 429: 270",
            string.Join(", ", replies.CountBy(reply => reply.Status).OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))
        );
        Assert.Equal(30, (await there.Get("/rate-limit"))["current"].GetInt32());
    }

    [Fact]
    public async Task The_count_is_kept_in_Redis_under_the_organization()
    {
        await using var api = new SqliteApi { Settings = Settings(), Replace = Patiently };
        await api.InitializeAsync();
        var acme = await api.NewTenant(10, 600);
        await acme.Get("/contacts");
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        Assert.True(await connection.GetDatabase().KeyExistsAsync(KeyOf(acme)));
    }

    [Fact]
    public async Task Without_Redis_each_instance_counts_by_itself()
    {
        await using var api = new SqliteApi { Settings = Settings("LocalFallback") };
        await api.InitializeAsync();
        var acme = await api.NewTenant(5, 600);
        await acme.Get("/contacts");
        await redis.Stop();

        var statuses = new List<int>();
        for (var i = 0; i < 7; i++)
            statuses.Add((await acme.Get("/contacts")).Status);

        Assert.Equal([200, 200, 200, 200, 200, 429, 429], statuses);
    }

    [Fact]
    public async Task Without_Redis_a_server_that_was_told_to_allow_admits_everything()
    {
        await using var api = new SqliteApi { Settings = Settings("Allow") };
        await api.InitializeAsync();
        var acme = await api.NewTenant(1, 600);
        await redis.Stop();
        Assert.Equal((200, 200), ((await acme.Get("/contacts")).Status, (await acme.Get("/contacts")).Status));
    }

    [Fact]
    public async Task Without_Redis_a_server_that_was_told_to_deny_is_unavailable_and_says_when_to_come_back()
    {
        await using var api = new SqliteApi { Settings = Settings("Deny") };
        await api.InitializeAsync();
        var acme = await api.NewTenant(10, 600);
        await redis.Stop();
        var reply = await acme.Get("/contacts");
        Assert.Equal(
            """{"name":"Unavailable","message":"The service is not available at the moment","code":503,"className":"unavailable"}""",
            reply.Text
        );
        Assert.Equal((503, "1"), (reply.Status, reply.Header("Retry-After")));
    }

    [Fact]
    public async Task When_Redis_returns_it_counts_again()
    {
        await using var api = new SqliteApi { Settings = Settings(), Replace = Patiently };
        await api.InitializeAsync();
        var acme = await api.NewTenant(1000, 600);
        await redis.Stop();
        Assert.Equal(200, (await acme.Get("/contacts")).Status);
        await redis.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);

        for (var i = 0; i < 100 && !await connection.GetDatabase().KeyExistsAsync(KeyOf(acme)); i++)
        {
            Assert.Equal(200, (await acme.Get("/contacts")).Status);
            await Task.Delay(100);
        }

        Assert.True(await connection.GetDatabase().KeyExistsAsync(KeyOf(acme)));
    }

    // On a busy machine Redis may take longer than a server waits for it, and that is another test's subject.
    private static void Patiently(IServiceCollection services) =>
        services.AddSingleton(new RedisTuning { Patience = TimeSpan.FromSeconds(20) });

    // In braces, so that a cluster keeps what is the organization's on one node.
    private static string KeyOf(Tenant tenant) => $"rl:{{{tenant.OrganizationId}}}";

    private string[] Settings(string onStoreFailure = "LocalFallback") =>
        [$"ConnectionStrings:Redis={redis.ConnectionString}", $"RateLimit:OnStoreFailure={onStoreFailure}"];
}
