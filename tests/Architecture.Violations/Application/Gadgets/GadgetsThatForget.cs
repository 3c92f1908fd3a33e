namespace AchieveApex.Application.Gadgets;

[Breaks("No_method_is_async_void")]
public static class GadgetsThatForget
{
    public static async void Forget() => await Task.Yield();
}
