namespace AchieveApex.Application.Deals.Contracts;

[Breaks("Contracts_hold_interfaces_records_and_enums")]
public sealed class DealWork;
