namespace AchieveApex.Application.Resources;

/// <summary>A part of a timeline.</summary>
/// <param name="Before">What to ask for next; null where the timeline begins.</param>
/// <param name="Data">The events, newest first.</param>
public sealed record TimelinePage(long? Before, IReadOnlyList<EventView> Data)
{
    /// <summary>Events in one answer, unless it is asked for another number.</summary>
    public const int Usual = 25;

    /// <summary>The largest number of events in one answer.</summary>
    public const int Most = 200;
}
