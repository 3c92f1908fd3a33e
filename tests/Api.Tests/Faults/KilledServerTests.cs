using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class KilledServerTests
{
    private const int Kills = 10;
    private const int WritesBetween = 100;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Killed_ten_times_under_eight_writers_it_loses_nothing_and_leaves_nothing_half_written(string engine)
    {
        using var place = await Place.On(engine);
        var (clients, reader) = (new WritingClients(place), new FollowingReader(place));
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var program = place.Serve();
            using var stop = new CancellationTokenSource();
            var address = await program.Listening();
            var (writing, reading) = (clients.Write(address, stop.Token), reader.Follow(address, stop.Token));
            await Eventually.True(() => clients.Acknowledged >= kill * WritesBetween || writing.IsFaulted);
            program.Signal(RunningProgram.SigKill);
            await stop.CancelAsync();
            await Task.WhenAll(writing, reading);
        }

        Assert.InRange(clients.Acknowledged, Kills * WritesBetween, int.MaxValue);
        await clients.CheckAll();
        await using var last = place.Serve();
        await reader.Follow(await last.Listening(), new CancellationToken(canceled: true));
        Assert.Equal(await place.Count("select sum(version) from contacts"), reader.OfContacts);
    }
}
