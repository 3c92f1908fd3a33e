using AchieveApex.Application.RateLimiting;
using CsCheck;
using Xunit;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

/// <summary>What a real sliding window is, whatever it stands on.</summary>
public abstract class ExactWindowTests(ITestOutputHelper output)
{
    private long _steps;

    /// <summary>Plays all steps for an organization of their own, with the time told.</summary>
    private protected abstract Task<RateLimitDecision[]> Play(Sequence sequence);

    /// <summary>The limiter as the program uses it, on the real clock.</summary>
    private protected abstract IRateLimiter Limiter { get; }

    [Fact]
    public async Task Every_decision_equals_that_of_a_plain_list_of_all_admissions()
    {
        await Sequence.Any.SampleAsync(
            async sequence =>
            {
                var log = new ExactLog();
                Assert.Equal(sequence.Timed().Select(step => log.Call(step.Now, step.Step)), await Play(sequence));
                Interlocked.Add(ref _steps, sequence.Steps.Length);
            },
            iter: 3000
        );
        output.WriteLine($"{_steps} steps");
        Assert.True(_steps >= 300_000);
    }

    [Fact]
    public Task No_real_interval_of_the_window_holds_more_than_the_limit() =>
        Sequence.WithOneLimit.SampleAsync(
            async sequence => Assert.True(MostInAWindow(sequence, await Play(sequence)) <= sequence.Steps[0].Limit),
            iter: 1000
        );

    [Fact]
    public Task A_changed_limit_holds_from_the_next_request() =>
        Sequence.Any.SampleAsync(
            async sequence => Assert.All(Excess(sequence, await Play(sequence)), excess => Assert.True(excess <= 0)),
            iter: 1000
        );

    [Fact]
    public Task Waiting_as_told_admits_one_and_a_second_less_does_not() =>
        Sequence.WithoutStepsBack.SampleAsync(
            async sequence =>
            {
                var log = new ExactLog();
                var rejected = sequence
                    .Timed()
                    .Select(step => log.Call(step.Now, step.Step))
                    .ToList()
                    .FindLastIndex(told => !told.Admitted);
                if (rejected < 0)
                    return;

                var told = (await Play(sequence))[rejected];
                var asked = sequence.Steps[rejected] with { Looks = false };
                Step[] tooSoon = told.RetryAfter == 1 ? [] : [asked with { Advance = (told.RetryAfter - 1) * 1000L }];
                var inTime = asked with { Advance = 1000 };
                var replay = await Play(sequence with { Steps = [.. sequence.Steps[..(rejected + 1)], .. tooSoon, inTime] });

                Assert.DoesNotContain(replay[(rejected + 1)..^1], decision => decision.Admitted);
                Assert.True(replay[^1].Admitted);
            },
            iter: 1000
        );

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1000)]
    public async Task Of_ten_times_the_limit_in_parallel_exactly_the_limit_is_admitted(int most)
    {
        var (admitted, limit) = (0, new RateLimit(most, 3600));
        await Parallel.ForAsync(
            0,
            10 * most,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (_, cancellationToken) =>
            {
                if ((await Limiter.Hit(most, limit, cancellationToken)).Admitted)
                    Interlocked.Increment(ref admitted);
            }
        );
        Assert.Equal(most, admitted);
    }

    [Fact]
    public async Task Organizations_do_not_share_a_limit()
    {
        await Limiter.Hit(2001, new RateLimit(1, 3600), CancellationToken.None);
        Assert.True((await Limiter.Hit(2002, new RateLimit(1, 3600), CancellationToken.None)).Admitted);
        Assert.False((await Limiter.Hit(2001, new RateLimit(1, 3600), CancellationToken.None)).Admitted);
    }

    [Fact]
    public async Task A_rejection_tells_the_documented_numbers()
    {
        var limit = new RateLimit(1000, 3600);
        for (var request = 0; request < 1000; request++)
            await Limiter.Hit(2003, limit, CancellationToken.None);

        var decision = await Limiter.Hit(2003, limit, CancellationToken.None);
        Assert.Equal((false, 1001, 0), (decision.Admitted, decision.Current, decision.Remaining));
        Assert.InRange(decision.RetryAfter, 3500, 3601);
    }

    [Fact]
    public async Task Looking_consumes_nothing()
    {
        for (var look = 0; look < 5; look++)
            Assert.Equal(new(true, 0, 1, 0, 0), await Limiter.Peek(2004, new RateLimit(1, 3600), CancellationToken.None));

        Assert.True((await Limiter.Hit(2004, new RateLimit(1, 3600), CancellationToken.None)).Admitted);
        var full = await Limiter.Peek(2004, new RateLimit(1, 3600), CancellationToken.None);
        Assert.Equal((false, 1, 0), (full.Admitted, full.Current, full.Remaining));
    }

    private static int MostInAWindow(Sequence sequence, RateLimitDecision[] decisions) =>
        Admissions(sequence, decisions) is var all && all.Count == 0
            ? 0
            : all.Max(last => all.Count(one => one.Index <= last.Index && last.RealTime - one.RealTime <= last.Step.Window));

    // How far each admission is over the limit that held for it. A longer window looks back no further than to where it began.
    private static IEnumerable<int> Excess(Sequence sequence, RateLimitDecision[] decisions)
    {
        var steps = sequence.Steps;
        var all = Admissions(sequence, decisions);
        foreach (var last in all)
        {
            var raised = Enumerable.Range(1, last.Index).LastOrDefault(index => steps[index].Window > steps[index - 1].Window);
            yield return all.Count(one =>
                one.Index >= raised && one.Index <= last.Index && last.RealTime - one.RealTime <= last.Step.Window
            ) - last.Step.Limit;
        }
    }

    // Real time never steps back: where the clock did, none has passed.
    private static List<(int Index, long RealTime, Step Step)> Admissions(Sequence sequence, RateLimitDecision[] decisions)
    {
        var realTime = sequence.Start;
        return
        [
            .. sequence
                .Steps.Select((step, index) => (index, realTime += Math.Max(0, step.Advance), step))
                .Where(step => decisions[step.index].Admitted && !step.step.Looks),
        ];
    }
}
