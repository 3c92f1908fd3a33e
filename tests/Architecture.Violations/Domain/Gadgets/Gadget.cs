namespace AchieveApex.Domain.Gadgets;

/// <summary>The ordinary record of the planted module.</summary>
public sealed class Gadget : Record
{
    public string Name { get; set; } = "";
}
