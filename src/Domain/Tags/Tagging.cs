namespace AchieveApex.Domain.Tags;

/// <summary>A record is marked with a tag, once.</summary>
public sealed class Tagging : RelatedRecord
{
    public long TagId { get; set; }

    public Tag Tag { get; private set; } = null!;
}
