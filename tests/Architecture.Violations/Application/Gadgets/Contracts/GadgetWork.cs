namespace AchieveApex.Application.Gadgets.Contracts;

[Breaks("Contracts_hold_interfaces_records_and_enums")]
public sealed class GadgetWork;
