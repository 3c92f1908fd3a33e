using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class KilledInBetweenTests
{
    private const int Keys = 500;
    private const int Duplicates = 10;
    private const int AtOnce = 40;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Repeated_after_the_server_was_killed_idempotent_writes_are_still_made_once(string engine)
    {
        using var place = await Place.On(engine);
        var answers = new ConcurrentDictionary<int, ConcurrentBag<string>>();
        await using (var program = place.Serve())
        {
            using var client = place.ClientOf(await program.Listening());
            var sending = SendAll(client, answers);
            await Eventually.True(() => answers.Count >= Keys / 2 || sending.IsCompleted);
            program.Signal(RunningProgram.SigKill);
            await sending;
        }

        Assert.InRange(answers.Count, Keys / 2, Keys - 1);
        await using var next = place.Serve();
        using var again = place.ClientOf(await next.Listening());
        await SendAll(again, answers);
        Assert.Equal(Keys, answers.Count);
        Assert.All(answers.Values, texts => Assert.Single(texts.Distinct()));
        Assert.Equal(Keys, await place.Count("select count(*) from contacts"));
    }

    private static Task SendAll(HttpClient client, ConcurrentDictionary<int, ConcurrentBag<string>> answers) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, Keys * Duplicates).Select(n => n / Duplicates),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (n, _) =>
            {
                if (await Insist(client, n) is { } answer)
                    answers.GetOrAdd(n, _ => []).Add(answer);
            }
        );

    // The one that is working on it says 409 to the others, who ask again.
    private static async Task<string?> Insist(HttpClient client, int n)
    {
        try
        {
            while (true)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "/contacts")
                {
                    Content = JsonContent.Create(new { lead_score = n, first_name = "Jane" }),
                };
                request.Headers.Add("Idempotency-Key", $"k{n}");
                var reply = await client.SendAsync(request);
                var text = await reply.Content.ReadAsStringAsync();
                if (reply.StatusCode != HttpStatusCode.Conflict)
                    return reply.StatusCode == HttpStatusCode.Created ? text : throw new InvalidOperationException(text);
            }
        }
        // The second when it was killed between the connection and the request.
        catch (Exception lost) when (lost is HttpRequestException or SocketException)
        {
            return null; // it was killed
        }
    }
}
