using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

/// <summary>Clients that write until they are told to stop, and remember what was acknowledged, whatever happens to the server meanwhile.</summary>
internal sealed class WritingClients(Place place)
{
    private const int Clients = 8;
    private const int InArray = 3;
    private const int AtOnce = 200;

    // The last score that was acknowledged, by contact.
    private readonly ConcurrentDictionary<long, int> scores = new();
    private readonly ConcurrentBag<string> arrays = [];
    private int nextArray;
    private int acknowledged;

    /// <summary>How many writes were acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>Writes by all clients. A server that is lost is passed over; any answer but success or 503 is a failure.</summary>
    public Task Write(Uri address, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => WriteAs(address, stop)));

    /// <summary>Everything that was acknowledged is there, and everything that is there is whole.</summary>
    public async Task CheckAll()
    {
        foreach (var some in scores.Chunk(AtOnce))
        {
            var conditions = string.Join(" or ", some.Select(contact => $"(id = {contact.Key} and lead_score >= {contact.Value})"));
            Assert.Equal(some.Length, await place.Count($"select count(*) from contacts where {conditions}"));
        }

        // Every change raises score and version by one and writes the title: a contact that was half changed would show.
        const string torn = "version <> lead_score + 1 or job_title <> 'score ' || cast(lead_score as text)";
        Assert.Equal(0, await place.Count($"select count(*) from contacts where lead_score is not null and ({torn})"));
        foreach (var some in arrays.Chunk(AtOnce))
        {
            var names = string.Join(", ", some.Select(name => $"'{name}'"));
            Assert.Equal(some.Length * InArray, await place.Count($"select count(*) from contacts where company_name in ({names})"));
        }

        const string halves = $"select company_name from contacts where company_name is not null group by 1 having count(*) <> 3";
        Assert.Equal(0, await place.Count($"select count(*) from ({halves}) as halves"));
    }

    private async Task WriteAs(Uri address, CancellationToken stop)
    {
        using var client = place.ClientOf(address);
        while (!stop.IsCancellationRequested)
        {
            var array = $"array {Interlocked.Increment(ref nextArray)}";
            if (
                await Send(
                    client,
                    HttpMethod.Post,
                    "/contacts",
                    Enumerable.Repeat(new { first_name = "Jane", company_name = array }, InArray)
                ) is
                { }
            )
                arrays.Add(array);
            if (await Send(client, HttpMethod.Post, "/contacts", Scored(0)) is not { } contact)
                continue;

            var id = contact.GetProperty("id").GetInt64();
            scores[id] = 0;
            for (var score = 1; score <= 5; score++)
            {
                if (
                    await Send(client, HttpMethod.Patch, string.Create(CultureInfo.InvariantCulture, $"/contacts/{id}"), Scored(score))
                    is null
                )
                    break; // whether this one was made is not known
                scores[id] = score;
            }
        }
    }

    private async Task<JsonElement?> Send(HttpClient client, HttpMethod method, string path, object body)
    {
        try
        {
            var reply = await client.SendAsync(new(method, path) { Content = JsonContent.Create(body) });
            var text = await reply.Content.ReadAsStringAsync();
            if (reply.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable)
                return null;

            Assert.True(reply.IsSuccessStatusCode, text);
            Interlocked.Increment(ref acknowledged);
            return JsonElement.Parse(text);
        }
        // The second when it was killed between the connection and the request.
        catch (Exception lost) when (lost is HttpRequestException or SocketException)
        {
            return null; // the server was killed
        }
    }

    private static object Scored(int score) =>
        new
        {
            first_name = "Jane",
            lead_score = score,
            job_title = $"score {score}",
        };
}
