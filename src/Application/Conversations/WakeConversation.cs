using AchieveApex.Domain.Conversations;

namespace AchieveApex.Application.Conversations;

/// <summary>Opens a snoozed conversation whose time has come, unless that has happened already. The program itself sends it.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record WakeConversation(long Id) : ICommand<Unit>;

internal sealed class WakeConversationHandler(IDatabase db, TimeProvider clock) : IRequestHandler<WakeConversation, Unit>
{
    public async Task<Unit> Handle(WakeConversation request, CancellationToken cancellationToken)
    {
        (await db.Find<Conversation>(request.Id, cancellationToken))?.Wake(clock.GetUtcNow());
        await db.Save(cancellationToken);
        return Unit.Value;
    }
}
