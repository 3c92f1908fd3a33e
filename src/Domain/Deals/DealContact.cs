namespace AchieveApex.Domain.Deals;

/// <summary>Somebody who has a part in a deal.</summary>
public sealed class DealContact : Record
{
    public long DealId { get; set; }

    /// <summary>Unique within the deal.</summary>
    public long ContactId { get; set; }
    public DealRole Role { get; set; }
}

/// <summary>The part that somebody has in a deal.</summary>
public enum DealRole
{
    DecisionMaker,
    Evaluator,
    Influencer,
    Champion,
    Blocker,
    Other,
}
