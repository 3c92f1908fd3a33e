namespace AchieveApex.Tests;

[Breaks("Time_comes_from_TimeProvider")]
[Breaks("Tests_wait_for_a_clock_of_their_own")]
public static class SleepyTests
{
    public static Task A_second_passes() => Task.Delay(1000);
}
