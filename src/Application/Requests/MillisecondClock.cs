namespace AchieveApex.Application.Requests;

/// <summary>The system's clock, cut to whole milliseconds: what every database keeps, and what an answer shows.</summary>
public sealed class MillisecondClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(base.GetUtcNow().ToUnixTimeMilliseconds());
}
