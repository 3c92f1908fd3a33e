using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

/// <summary>Closes a solved ticket whose time has come, unless it was opened or closed since.</summary>
[Requires<SupportTicket>(Access.Update)]
public sealed record CloseSolvedTicket(long Id) : WhenDue<SupportTicket>(Id)
{
    public override void Make(SupportTicket ticket, DateTimeOffset now) => ticket.CloseIfDue(now);
}
