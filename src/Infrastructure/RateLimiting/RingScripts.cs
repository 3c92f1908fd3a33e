namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>The scripts that Redis runs: a clock, the ring, and what is asked of it.</summary>
internal sealed record RingScripts(string Hit, string Peek)
{
    public static RingScripts Production { get; } = With(Source("clock.lua"));

    /// <param name="clock">Lua that declares <c>now</c> and <c>lifetime</c> in milliseconds.</param>
    public static RingScripts With(string clock) =>
        new(clock + Source("ring.lua") + Source("hit.lua"), clock + Source("ring.lua") + Source("peek.lua"));

    public static string Source(string file)
    {
        using var reader = new StreamReader(typeof(RingScripts).Assembly.GetManifestResourceStream(typeof(RingScripts), file)!);
        return reader.ReadToEnd();
    }
}
