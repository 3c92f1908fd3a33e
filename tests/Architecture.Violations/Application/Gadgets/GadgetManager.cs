namespace AchieveApex.Application.Gadgets;

[Breaks("A_name_says_what_the_thing_does")]
public sealed class GadgetManager;
