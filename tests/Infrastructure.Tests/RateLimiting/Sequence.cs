using CsCheck;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

/// <summary>Calls for one organization, one after the other.</summary>
internal sealed record Sequence(long Start, Step[] Steps)
{
    private const int Hour = 3_600_000;
    private const int TwelveDays = 1_036_800_000;

    public static Gen<Sequence> Any { get; } = Of(limitChanges: true, stepsBack: true);

    public static Gen<Sequence> WithoutStepsBack { get; } = Of(limitChanges: true, stepsBack: false);

    public static Gen<Sequence> WithOneLimit { get; } = Of(limitChanges: false, stepsBack: true);

    /// <summary>What the clock shows at each step.</summary>
    public IEnumerable<(long Now, Step Step)> Timed()
    {
        var now = Start;
        foreach (var step in Steps)
            yield return (now += step.Advance, step);
    }

    public override string ToString() => $"start {Start}: {string.Join(", ", Steps)}";

    private static Gen<Sequence> Of(bool limitChanges, bool stepsBack) =>
        Gen.Select(Starts, Windows, Limits)
            .SelectMany(
                (start, window, limit) =>
                    Gen.Select(
                            Advances(window, stepsBack),
                            limitChanges ? Mostly(limit, Limits) : Gen.Const(limit),
                            limitChanges ? Mostly(window, Windows) : Gen.Const(window),
                            Gen.Frequency((7, Gen.Const(false)), (1, Gen.Const(true)))
                        )
                        .Select((advance, limit, window, looks) => new Step(looks ? Briefly(advance) : advance, limit, window, looks))
                        .Array[1, 300]
                        .Select(steps => new Sequence(start, steps))
            );

    // Only a hit may come long after the one before: on a told clock nothing expires, and times of 2^31 ms ago are out of reach.
    private static long Briefly(long advance) => Math.Min(advance, Hour);

    // Near the wrap of 32 bits, of 31 bits, zero, and these days.
    private static Gen<long> Starts => Gen.OneOf(10_000_000_000L, (1L << 32) - 500, (1L << 31) + (1L << 32) - 500, 1_790_000_000_000);

    private static Gen<int> Windows => Gen.OneOf(1, 10, 1000, 60_000, Hour, 24 * Hour, TwelveDays);

    private static Gen<int> Limits => Gen.Frequency((3, Gen.Int[1, 12]), (1, Gen.Int[1, 120]));

    private static Gen<int> Mostly(int value, Gen<int> others) => Gen.Frequency((30, Gen.Const(value)), (1, others));

    private static Gen<long> Advances(int window, bool stepsBack) =>
        Gen.Frequency(
            (6, Gen.Const(0L)),
            (5, Gen.Long[0, Math.Max(1, window / 8)]),
            (3, Gen.OneOf(1L, window - 1, window, window + 1)),
            (1, Gen.Long[0, Math.Min(2L * window, TwelveDays)]),
            (stepsBack ? 1 : 0, Gen.Long[1, Math.Min(window, Hour)].Select(back => -back)),
            (stepsBack ? 1 : 0, Gen.OneOf(-1L, -Hour))
        );
}
