namespace AchieveApex.Domain.Deals;

/// <summary>A way that deals take, from stage to stage. The first in the display order is the one of deals that name none.</summary>
public sealed class Pipeline : Record
{
    /// <summary>Unique within the organization.</summary>
    public string Name
    {
        get;
        set => field = value.Trim();
    } = "";

    public int DisplayOrder { get; set; }
}
