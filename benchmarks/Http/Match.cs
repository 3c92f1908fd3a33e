using System.Diagnostics;

namespace AchieveApex.Http;

/// <summary>One kind of work on both programs in turns, so that whatever else the machine does meets both alike.</summary>
internal static class Match
{
    private static long number;

    public static async Task<Result> Play(Work work, Stage stage, Plan plan)
    {
        foreach (var contestant in new[] { stage.Real, stage.Bare })
            await Round(work, contestant, stage, plan, plan.WarmUp);

        var (real, bare) = (new List<Figures>(), new List<Figures>());
        for (var i = 0; i < plan.Rounds; i++)
        {
            real.Add(await Round(work, stage.Real, stage, plan, plan.Seconds));
            bare.Add(await Round(work, stage.Bare, stage, plan, plan.Seconds));
        }

        await Console.Error.WriteLineAsync($"{work.Name}: {Figures.Median(real)} against {Figures.Median(bare)}");
        return new(work.Name, Figures.Median(real), Figures.Median(bare));
    }

    private static async Task<Figures> Round(Work work, Contestant contestant, Stage stage, Plan plan, int seconds)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, plan.Connections).Select(_ => Connection.Open(contestant.Port)));
        try
        {
            var (server, database) = (contestant.Time.Milliseconds(), stage.DatabaseTime.Milliseconds());
            var start = Stopwatch.GetTimestamp();
            var end = start + seconds * Stopwatch.Frequency;
            var times = await Task.WhenAll(clients.Select(client => Task.Run(() => Ask(client, work, contestant, stage.Contacts, end))));
            var elapsed = Stopwatch.GetElapsedTime(start);
            return Figures.Of(
                [.. times.SelectMany(time => time)],
                elapsed,
                contestant.Time.Milliseconds() - server,
                stage.DatabaseTime.Milliseconds() - database
            );
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
        }
    }

    private static async Task<List<long>> Ask(Connection client, Work work, Contestant contestant, ContactIds contacts, long end)
    {
        var times = new List<long>(16 * 1024);
        for (var start = Stopwatch.GetTimestamp(); start < end; )
        {
            await client.Exchange(work.Text(new(contestant, contacts, Interlocked.Increment(ref number))));
            var now = Stopwatch.GetTimestamp();
            times.Add(now - start);
            start = now;
        }

        return times;
    }
}
