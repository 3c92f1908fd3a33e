using System.Diagnostics;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class KilledDatabaseTests
{
    private const int Kills = 5;
    private const int WritesBetween = 100;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task With_PostgreSQL_killed_five_times_under_eight_writers_nothing_is_lost_and_writes_go_on_when_it_is_back()
    {
        await using var server = await PostgresServer.Start(isDurable: true);
        using var place = new Place(await server.CreateDatabase());
        await using var program = place.Serve();
        var clients = new WritingClients(place);
        using var stop = new CancellationTokenSource();
        var writing = clients.Write(await program.Listening(), stop.Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Writes(clients, writing, WritesBetween);
            await server.Kill();
            await server.Restart();
            var back = Stopwatch.StartNew();
            await Writes(clients, writing, 1);
            Assert.InRange(back.Elapsed, TimeSpan.Zero, Bound);
        }

        await stop.CancelAsync();
        await writing;
        await clients.CheckAll();
    }

    private static async Task Writes(WritingClients clients, Task writing, int more)
    {
        var enough = clients.Acknowledged + more;
        await Eventually.True(() => clients.Acknowledged >= enough || writing.IsFaulted);
    }
}
