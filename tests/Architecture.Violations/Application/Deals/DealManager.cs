namespace AchieveApex.Application.Deals;

[Breaks("A_name_says_what_the_thing_does")]
public sealed class DealManager;
