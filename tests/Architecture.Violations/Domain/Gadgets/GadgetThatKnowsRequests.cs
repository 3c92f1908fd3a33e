namespace AchieveApex.Domain.Gadgets;

[Breaks("Domain_uses_nothing_but_itself_and_the_runtime")]
public sealed class GadgetThatKnowsRequests
{
    public static bool Knows(object message) => message is IBaseRequest;
}
