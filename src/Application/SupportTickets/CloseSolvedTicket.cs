using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

/// <summary>Closes a solved ticket whose time has come, unless it was opened or closed since. The program itself sends it.</summary>
[Requires<SupportTicket>(Access.Update)]
public sealed record CloseSolvedTicket(long Id) : ICommand<Unit>;

internal sealed class CloseSolvedTicketHandler(IDatabase db, TimeProvider clock) : IRequestHandler<CloseSolvedTicket, Unit>
{
    public async Task<Unit> Handle(CloseSolvedTicket request, CancellationToken cancellationToken)
    {
        (await db.Find<SupportTicket>(request.Id, cancellationToken))?.CloseIfDue(clock.GetUtcNow());
        await db.Save(cancellationToken);
        return Unit.Value;
    }
}
