namespace AchieveApex.Domain.Deals;

/// <summary>A deal went from one stage to another. The stages may be removed since.</summary>
public sealed class StageChange : Record, IWrittenOnce
{
    public long DealId { get; init; }
    public long FromStageId { get; init; }
    public long ToStageId { get; init; }

    /// <summary>When it had come into the stage that it left.</summary>
    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>Whole seconds that it was in the stage that it left.</summary>
    public long Seconds { get; init; }
}
