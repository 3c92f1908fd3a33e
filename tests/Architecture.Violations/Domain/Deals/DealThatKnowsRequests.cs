namespace AchieveApex.Domain.Deals;

[Breaks("Domain_uses_nothing_but_itself_and_the_runtime")]
public sealed class DealThatKnowsRequests
{
    public static bool Knows(object message) => message is IBaseRequest;
}
