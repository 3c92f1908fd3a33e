using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Support;
using Npgsql;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class LostStoreTests
{
    // Five seconds, and some for a busy machine.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(7);

    [Theory]
    [InlineData("killed")]
    [InlineData("paused")]
    public async Task Without_its_database_the_server_says_503_in_time_and_recovers_by_itself(string fate)
    {
        await using var server = await PostgresServer.Start();
        using var place = new Place(await server.CreateDatabase());
        await using var program = place.Serve();
        using var client = place.ClientOf(await program.Listening());
        using var stranger = place.ClientOf(client.BaseAddress!, KeyText.Generate());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);

        await Lose(server, fate, place);
        await Task.WhenAll(
            Unavailable(() => client.GetAsync("/contacts")),
            Unavailable(() => client.GetAsync("/contacts/1")),
            Unavailable(() => client.PostAsJsonAsync("/contacts", new { first_name = "Jane" })),
            Unavailable(() => stranger.GetAsync("/contacts")),
            NotReady(client)
        );
        await Unavailable(() => client.GetAsync("/contacts"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);

        await Return(server, fate);
        await Recovers(client);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsJsonAsync("/contacts", new { first_name = "Jane" })).StatusCode);
        Assert.Equal(1, await place.Count("select count(*) from contacts"));
    }

    [Fact]
    public async Task Without_its_database_the_server_stops_in_time()
    {
        await using var server = await PostgresServer.Start();
        using var place = new Place(await server.CreateDatabase());
        await using var program = place.Serve();
        using var client = place.ClientOf(await program.Listening());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
        server.Pause();
        var elapsed = Stopwatch.StartNew();
        program.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await program.Exit());
        Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Without_Redis_the_server_starts_and_answers()
    {
        var redis = new RedisServer();
        using var place = new Place();
        await using var program = place.Serve($"--ConnectionStrings:Redis={redis.ConnectionString}");
        using var client = place.ClientOf(await program.Listening());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
        await redis.Start();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
        await redis.Pause();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
        await redis.DisposeAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
    }

    [Fact]
    public async Task On_a_full_disk_writes_are_503_and_reads_go_on()
    {
        using var place = new Place();
        await using var program = RunningProgram.StartOnSmallDisk(6144, place.Folder, place.ServeArguments());
        using var client = place.ClientOf(await program.Listening());
        HttpResponseMessage reply;
        do reply = await client.PostAsJsonAsync("/contacts", new { first_name = new string('x', 100), last_name = new string('y', 100) });
        while (reply.StatusCode == HttpStatusCode.Created);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
    }

    private static async Task Lose(PostgresServer server, string fate, Place place)
    {
        if (fate == "paused")
        {
            server.Pause();
            return;
        }

        await using (var connection = new NpgsqlConnection($"{place.Database};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var checkpoint = new NpgsqlCommand("checkpoint", connection);
            await checkpoint.ExecuteNonQueryAsync();
        }

        await server.Kill();
    }

    private static async Task Return(PostgresServer server, string fate)
    {
        if (fate == "paused")
            server.Resume();
        else
            await server.Restart();
    }

    private static async Task Unavailable(Func<Task<HttpResponseMessage>> send)
    {
        var elapsed = Stopwatch.StartNew();
        var reply = await send();
        var body = JsonElement.Parse(await reply.Content.ReadAsStringAsync());
        Assert.Equal(
            (503, "Unavailable", 503),
            ((int)reply.StatusCode, body.GetProperty("name").GetString(), body.GetProperty("code").GetInt32())
        );
        Assert.True(reply.Headers.RetryAfter?.Delta > TimeSpan.Zero, "There is no Retry-After.");
        Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, Bound);
    }

    private static async Task NotReady(HttpClient client)
    {
        var elapsed = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, Bound);
    }

    private static async Task Recovers(HttpClient client)
    {
        var elapsed = Stopwatch.StartNew();
        while ((await client.GetAsync("/contacts")).StatusCode != HttpStatusCode.OK)
        {
            Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, Bound);
            await Task.Delay(50);
        }
    }
}
