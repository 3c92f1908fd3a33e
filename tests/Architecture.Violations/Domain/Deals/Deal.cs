namespace AchieveApex.Domain.Deals;

/// <summary>The ordinary record of the planted module.</summary>
public sealed class Deal : Record
{
    public string Name { get; set; } = "";
}
