namespace AchieveApex.Domain.Deals;

[Breaks("Every_record_is_mapped")]
public sealed class DealNobodyStores : Record;
