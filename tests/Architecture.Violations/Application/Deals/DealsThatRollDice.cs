namespace AchieveApex.Application.Deals;

[Breaks("Nothing_is_left_to_chance")]
public static class DealsThatRollDice
{
    public static Func<Guid> Name => () => Guid.NewGuid();
}
