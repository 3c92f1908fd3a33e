namespace AchieveApex.Infrastructure.Deals;

[Breaks("Adapters_are_internal")]
public sealed class PublicDeals;
