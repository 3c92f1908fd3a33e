namespace AchieveApex.Domain.Gadgets;

[Breaks("Every_record_is_mapped")]
public sealed class GadgetNobodyStores : Record;
