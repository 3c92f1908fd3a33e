using System.Net.Http.Json;
using System.Text.Json;
using AchieveApex.Api.Tests.Faults;
using AchieveApex.Infrastructure.Conversations;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AchieveApex.Api.Tests.Conversations;

public sealed class WakeUpTestsOnSqlite(ClockedSqlite server) : WakeUpTests(server), IClassFixture<ClockedSqlite>;

public sealed class WakeUpTestsOnPostgres(ClockedPostgres server) : WakeUpTests(server), IClassFixture<ClockedPostgres>;

/// <summary>When snoozed conversations open by themselves.</summary>
public abstract class WakeUpTests(Clocked server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_snoozed_conversation_opens_when_its_time_has_come_and_not_before()
    {
        var (acme, globex) = (await server.Api.NewTenant(), await server.Api.NewTenant());
        var (early, foreign, late) = (await Talk.With(acme), await Talk.With(globex), await Talk.With(acme));
        await Snooze(early, hours: 1);
        await Snooze(foreign, hours: 1);
        await Snooze(late, hours: 2);
        server.Skip(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        await WakeUpsOf(server.Api).DoDue(CancellationToken.None);
        Assert.Equal("snoozed", await early.Text("status"));

        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await Eventually.Is(async () => await foreign.Text("status") == "open", Patience));
        Assert.Equal("open null 3 null", await early.Text("status", "snoozed_until", "version", "updated_by_user_id"));
        Assert.Equal("snoozed", await late.Text("status"));
        var events = await acme.Get($"/audit-log?resource=conversations&record_id={early.Id}&$sort[id]=-1");
        Assert.Equal("conversation.woken", events["data"][0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Several_who_wake_it_at_once_wake_it_once()
    {
        var talk = await Talk.With(await server.Api.NewTenant());
        await Snooze(talk, hours: 1);
        server.Skip(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WakeUpsOf(server.Api).DoDue(CancellationToken.None)));
        Assert.Equal("open 3", await talk.Text("status", "version"));
    }

    [Fact]
    public async Task One_that_was_snoozed_again_sleeps_on()
    {
        var talk = await Talk.With(await server.Api.NewTenant());
        await Snooze(talk, hours: 1);
        await Snooze(talk, hours: 5);
        server.Skip(TimeSpan.FromHours(2));
        await WakeUpsOf(server.Api).DoDue(CancellationToken.None);
        Assert.Equal("snoozed 3", await talk.Text("status", "version"));
    }

    internal static WakeUps WakeUpsOf(TestApi api) => api.Services.GetRequiredService<WakeUps>();

    private async Task Snooze(Talk talk, int hours) =>
        Assert.Equal(200, (await talk.Do("snooze", new { until = server.Clock.GetUtcNow().AddHours(hours) })).Status);
}

public sealed class WakeUpInstanceTests
{
    [Fact]
    public async Task Two_instances_wake_a_conversation_once()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await using var one = new PostgresApi { Replace = services => services.AddSingleton<TimeProvider>(clock) };
        await one.InitializeAsync();
        await using var two = PostgresApi.Beside(one);
        await two.InitializeAsync();
        var acme = await one.NewTenant();
        var talks = new List<Talk>();
        for (var i = 0; i < 10; i++)
        {
            talks.Add(await Talk.With(acme));
            await talks[i].Do("snooze", new { until = clock.GetUtcNow().AddHours(1) });
        }

        // Both look by themselves as well.
        clock.AdjustTime(clock.GetUtcNow().AddHours(1) - TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(
            WakeUpTests.WakeUpsOf(one).DoDue(CancellationToken.None),
            WakeUpTests.WakeUpsOf(two).DoDue(CancellationToken.None)
        );
        foreach (var talk in talks)
            Assert.Equal("open 3", await talk.Text("status", "version"));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_conversation_whose_time_comes_while_no_server_runs_opens_when_one_does(string engine)
    {
        using var place = await Place.On(engine);
        string path;
        await using (var killed = place.Serve())
        {
            using var client = place.ClientOf(await killed.Listening());
            var contact = await Created(client, "/contacts", new { first_name = "Jane" });
            path = $"/conversations/{await Created(client, "/conversations", new { contact_id = contact })}";
            var until = TimeProvider.System.GetUtcNow().AddSeconds(2);
            Assert.True((await client.PostAsJsonAsync($"{path}/snooze", new { until })).IsSuccessStatusCode);
            killed.Signal(RunningProgram.SigKill);
            Assert.NotEqual(0, await killed.Exit());
        }

        await using var program = place.Serve();
        using var again = place.ClientOf(await program.Listening());
        Assert.True(await Eventually.Is(async () => await Status(again, path) == "open 3", TimeSpan.FromSeconds(15)));
    }

    private static async Task<long> Created(HttpClient client, string path, object body)
    {
        var reply = await client.PostAsJsonAsync(path, body);
        return (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    private static async Task<string> Status(HttpClient client, string path)
    {
        var conversation = await client.GetFromJsonAsync<JsonElement>(path);
        return $"{conversation.GetProperty("status").GetString()} {conversation.GetProperty("version")}";
    }
}
