using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AchieveApex.Api.Tests.ApiKeys;

/// <summary>What one instance changes, another on the same database soon honours no longer.</summary>
public sealed class TwoInstancesTests
{
    private const int Trials = 5;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("remove", 401)]
    [InlineData("deactivate", 401)]
    [InlineData("cut", 403)]
    [InlineData("role", 403)]
    public async Task A_change_through_one_instance_holds_on_the_other_within_a_second(string change, int status)
    {
        await using var one = new PostgresApi();
        await one.InitializeAsync();
        await using var two = PostgresApi.On(one.ConnectionString);
        await two.InitializeAsync();
        await Listening(one, 2);
        for (var trial = 0; trial < Trials; trial++)
        {
            var acme = await one.NewTenant();
            var here = await acme.As("member");
            var there = new Tenant(two, acme.OrganizationId, here.Key);
            Assert.Equal(201, (await there.Post("/contacts", new { first_name = "Jane" })).Status);
            await Change(acme, here, change);
            Assert.True(
                await Eventually.Is(async () => (await there.Post("/contacts", new { first_name = "Jane" })).Status == status, Bound)
            );
        }
    }

    [Fact]
    public async Task With_the_channel_cut_a_removed_key_is_refused_after_half_a_minute_and_the_channel_comes_back()
    {
        await using var one = new PostgresApi();
        await one.InitializeAsync();
        await Listening(one, 1);
        var listener = await Listener(one);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var two = PostgresApi.On(one.ConnectionString, services => services.AddSingleton<TimeProvider>(clock));
        await two.InitializeAsync();
        await Listening(one, 2);
        var acme = await one.NewTenant();
        var here = await acme.As("member");
        var there = new Tenant(two, acme.OrganizationId, here.Key);
        Assert.Equal(200, (await there.Get("/contacts")).Status);

        // The second instance's clock stands still, so it does not listen again before it is moved.
        await new RawDatabase(one).Execute(
            $"select pg_terminate_backend(pid) from pg_stat_activity where {Listeners} and pid <> {listener}"
        );
        await Listening(one, 1);
        await Change(acme, here, "remove");
        Assert.Equal(200, (await there.Get("/contacts")).Status);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(401, (await there.Get("/contacts")).Status);

        await Listening(one, 2);
        var again = await acme.As("viewer");
        var againThere = new Tenant(two, acme.OrganizationId, again.Key);
        Assert.Equal(200, (await againThere.Get("/contacts")).Status);
        await Change(acme, again, "remove");
        Assert.True(await Eventually.Is(async () => (await againThere.Get("/contacts")).Status == 401, Bound));
    }

    private const string Listeners = "datname = current_database() and query like 'LISTEN%'";

    private static async Task Listening(TestApi api, int count)
    {
        var sql = $"select count(*) from pg_stat_activity where {Listeners} and state = 'idle'";
        Assert.True(await Eventually.Is(async () => await new RawDatabase(api).Scalar<long>(sql) == count, Patience));
    }

    private static Task<long> Listener(TestApi api) =>
        new RawDatabase(api).Scalar<long>($"select pid from pg_stat_activity where {Listeners}");

    private static async Task Change(Tenant owner, Tenant key, string change)
    {
        var path = $"/api-keys/{(await key.Get("/me"))["api_key_id"]}";
        var reply = change switch
        {
            "remove" => await owner.Delete(path),
            "deactivate" => await owner.Patch(path, new { status = "deactivated" }),
            "cut" => await owner.Patch(path, new { scopes = new[] { "contacts:view" } }),
            _ => await owner.Patch(await People.MemberOf(owner, key), new { role_id = await People.Role(owner, "viewer") }),
        };
        Assert.Equal(200, reply.Status);
    }
}
