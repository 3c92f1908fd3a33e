namespace AchieveApex.Application.Deals;

[Breaks("No_method_is_async_void")]
public static class DealsThatForget
{
    public static async void Forget() => await Task.Yield();
}
