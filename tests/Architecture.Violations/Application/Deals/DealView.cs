namespace AchieveApex.Application.Deals;

public sealed record DealView : RecordView
{
    public string Name { get; init; } = "";
}
