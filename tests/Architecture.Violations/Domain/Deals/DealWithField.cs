namespace AchieveApex.Domain.Deals;

[Breaks("Domain_has_no_public_fields")]
public sealed class DealWithField
{
    public int Amount;
}
