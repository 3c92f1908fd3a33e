namespace AchieveApex.Domain.Activities;

/// <summary>What somebody wrote down about other records.</summary>
public sealed class Note : RelatedRecord
{
    public string Body { get; set; } = "";

    /// <summary>Whether it is shown before the others.</summary>
    public bool Pinned { get; set; }
}
