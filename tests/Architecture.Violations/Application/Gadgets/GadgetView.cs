namespace AchieveApex.Application.Gadgets;

public sealed record GadgetView : RecordView
{
    public string Name { get; init; } = "";
}
