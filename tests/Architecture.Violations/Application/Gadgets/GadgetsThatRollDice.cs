namespace AchieveApex.Application.Gadgets;

[Breaks("Nothing_is_left_to_chance")]
public static class GadgetsThatRollDice
{
    public static Func<Guid> Name => () => Guid.NewGuid();
}
