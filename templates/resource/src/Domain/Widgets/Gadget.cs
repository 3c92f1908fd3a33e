namespace AchieveApex.Domain.Widgets;

/// <summary>Says what it is.</summary>
public sealed class Gadget : Record
{
    /// <summary>Unique within the organization.</summary>
    public string Name
    {
        get;
        set => field = value.Trim();
    } = "";

    public string? Description { get; set; }
}
