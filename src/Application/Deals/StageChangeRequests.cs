using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Requires<StageChange>(Access.View)]
public sealed record ListStageChanges : List<StageChange, StageChangeView>;

[Requires<StageChange>(Access.View)]
public sealed record GetStageChange(RecordId Id) : Get<StageChange, StageChangeView>(Id);

/// <summary>How a deal went from one stage to another.</summary>
public sealed record StageChangeView : EntryView
{
    public long DealId { get; init; }
    public long FromStageId { get; init; }
    public long ToStageId { get; init; }

    /// <summary>When it had come into the stage that it left.</summary>
    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>Whole seconds that it was in the stage that it left.</summary>
    public long Seconds { get; init; }
}

internal sealed record StageChangeResource() : Resource<StageChange>("stage-changes");
