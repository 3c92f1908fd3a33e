namespace AchieveApex.Domain.Deals;

[Breaks("A_records_bookkeeping_has_private_setters")]
public sealed class DealWithAnyVersion : Record
{
    public new long Version { get; set; }
}
