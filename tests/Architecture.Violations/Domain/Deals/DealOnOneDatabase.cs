namespace AchieveApex.Domain.Deals;

[Breaks("Both_databases_hold_the_same")]
public sealed class DealOnOneDatabase : Record;
