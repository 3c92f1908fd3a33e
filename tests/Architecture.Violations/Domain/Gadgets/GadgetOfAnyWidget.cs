namespace AchieveApex.Domain.Gadgets;

[Breaks("Every_index_begins_with_the_organization")]
[Breaks("Every_reference_between_records_carries_the_organization")]
[Breaks("Keys_between_modules_stand_in_CrossModuleKeys")]
public sealed class GadgetOfAnyWidget : Record
{
    public long WidgetId { get; set; }
}
