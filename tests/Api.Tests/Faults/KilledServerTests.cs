using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class KilledServerTests
{
    private const int Rounds = 3;
    private const int Writers = 8;
    private const int ContactsInRound = 100;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task No_acknowledged_contact_is_lost_and_none_is_half_written(string engine)
    {
        using var place = await Place.On(engine);
        var acknowledged = new ConcurrentBag<long>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var program = place.Serve();
            var writing = Write(place, await program.Listening(), round, acknowledged);
            while (acknowledged.Count < (round + 1) * ContactsInRound && !writing.IsCompleted)
                await Task.Delay(10);
            program.Signal(RunningProgram.SigKill);
            await writing;
        }

        await using var last = place.Serve();
        using var client = place.ClientOf(await last.Listening());
        var ids = acknowledged.ToHashSet();
        Assert.InRange(ids.Count, Rounds * ContactsInRound, int.MaxValue);
        Assert.Equal(ids.Count, await place.Count($"select count(*) from contacts where id in ({string.Join(',', ids)})"));
        Assert.Equal(0, await place.Count("select count(*) from contacts where email is null or first_name <> 'Jane' or version <> 1"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/contacts/{ids.Max()}")).StatusCode);
    }

    private static Task Write(Place place, Uri address, int round, ConcurrentBag<long> acknowledged) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Write(place, address, $"{round}-{writer}", acknowledged)));

    private static async Task Write(Place place, Uri address, string name, ConcurrentBag<long> acknowledged)
    {
        using var client = place.ClientOf(address);
        for (var number = 0; ; number++)
        {
            try
            {
                var reply = await client.PostAsJsonAsync("/contacts", new { first_name = "Jane", email = $"{name}-{number}@example.com" });
                var text = await reply.Content.ReadAsStringAsync();
                Assert.True(reply.StatusCode == HttpStatusCode.Created, text);
                acknowledged.Add(JsonElement.Parse(text).GetProperty("id").GetInt64());
            }
            catch (HttpRequestException)
            {
                return; // it was killed
            }
        }
    }
}
