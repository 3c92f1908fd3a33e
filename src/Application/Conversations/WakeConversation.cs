using AchieveApex.Domain.Conversations;

namespace AchieveApex.Application.Conversations;

/// <summary>Opens a snoozed conversation whose time has come.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record WakeConversation(long Id) : WhenDue<Conversation>(Id)
{
    public override void Make(Conversation conversation, DateTimeOffset now) => conversation.Wake(now);
}
