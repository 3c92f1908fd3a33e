namespace AchieveApex.Application.Gadgets;

[Breaks("Time_comes_from_TimeProvider")]
public static class GadgetsThatReadTheClock
{
    public static async Task<DateTimeOffset> Later()
    {
        await Task.Yield();
        return DateTimeOffset.UtcNow;
    }
}
