namespace AchieveApex.Domain.Gadgets;

[Breaks("Domain_has_no_public_fields")]
public sealed class GadgetWithField
{
    public int Amount;
}
