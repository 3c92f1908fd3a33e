namespace AchieveApex.Domain.Gadgets;

[Breaks("A_records_bookkeeping_has_private_setters")]
public sealed class GadgetWithAnyVersion : Record
{
    public new long Version { get; set; }
}
