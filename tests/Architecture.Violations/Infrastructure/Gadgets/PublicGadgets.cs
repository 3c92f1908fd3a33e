namespace AchieveApex.Infrastructure.Gadgets;

[Breaks("Adapters_are_internal")]
public sealed class PublicGadgets;
