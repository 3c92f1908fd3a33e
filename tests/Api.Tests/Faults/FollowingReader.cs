using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

/// <summary>A client that follows the events of an organization, whatever happens to the server meanwhile.</summary>
internal sealed class FollowingReader(Place place)
{
    private long after;

    /// <summary>How many events of contacts it saw.</summary>
    public int OfContacts { get; private set; }

    /// <summary>Reads until it is told to stop and nothing is left.</summary>
    public async Task Follow(Uri address, CancellationToken stop)
    {
        using var client = place.ClientOf(address);
        while (await Next(client) is { } events)
        {
            foreach (var change in events)
            {
                // Every one once, in order, without a gap.
                Assert.Equal(++after, change.GetProperty("sequence").GetInt64());
                OfContacts += change.GetProperty("resource").GetString() == "contacts" ? 1 : 0;
            }

            if (events.Count == 0 && stop.IsCancellationRequested)
                return;
        }
    }

    private async Task<IReadOnlyList<JsonElement>?> Next(HttpClient client)
    {
        try
        {
            var reply = await client.GetAsync(
                new Uri(string.Create(CultureInfo.InvariantCulture, $"/events?after={after}"), UriKind.Relative)
            );
            var text = await reply.Content.ReadAsStringAsync();
            return reply.IsSuccessStatusCode ? [.. JsonElement.Parse(text).GetProperty("data").EnumerateArray()] : [];
        }
        catch (Exception lost) when (lost is HttpRequestException or SocketException)
        {
            return null; // the server was killed
        }
    }
}
