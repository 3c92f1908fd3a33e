namespace AchieveApex.Application.Deals;

[Breaks("Time_comes_from_TimeProvider")]
public static class DealsThatReadTheClock
{
    public static async Task<DateTimeOffset> Later()
    {
        await Task.Yield();
        return DateTimeOffset.UtcNow;
    }
}
