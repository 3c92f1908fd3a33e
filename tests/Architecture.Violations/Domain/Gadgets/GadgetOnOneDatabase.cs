namespace AchieveApex.Domain.Gadgets;

[Breaks("Both_databases_hold_the_same")]
public sealed class GadgetOnOneDatabase : Record;
