using AchieveApex.Application.Errors;
using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

/// <summary>A ticket hears of its comments, as long as it is not closed.</summary>
internal sealed class TicketCommentRule(IDatabase db, TimeProvider clock) : IRule<TicketComment>
{
    public async Task Check(TicketComment comment, CancellationToken cancellationToken)
    {
        // To be changed: its version tells of another who closes it at the same moment.
        var ticket = await db.Find<SupportTicket>(comment.TicketId, cancellationToken) ?? throw BadRequest.NoRecord("ticket_id");
        if (ticket.Status == TicketStatus.Closed)
            throw BadRequest.Invalid("ticket_id", $"is closed: POST /support-tickets/{ticket.Id}/follow-up makes a ticket that goes on");

        ticket.Hear(comment, clock.GetUtcNow());
    }
}
