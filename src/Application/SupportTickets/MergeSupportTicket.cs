using AchieveApex.Application.Errors;
using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

/// <summary>Closes a ticket and lets another go on in its place, with its comments and a note. The other must not be closed.</summary>
[Requires<SupportTicket>(Access.Update)]
public sealed record MergeSupportTicket(RecordId Id, Input<IntoFields> Input)
    : Act<SupportTicket, IntoFields, SupportTicketView>(Id, Input);

internal sealed class MergeSupportTicketHandler(Editor<SupportTicket> editor, IDatabase db)
    : ActHandler<MergeSupportTicket, SupportTicket, IntoFields, SupportTicketView>(editor)
{
    protected override async Task Do(SupportTicket ticket, IntoFields fields, CancellationToken cancellationToken)
    {
        if (fields.IntoId == ticket.Id)
            throw BadRequest.Invalid("into_id", "must be another ticket");
        var other = await db.Find<SupportTicket>(fields.IntoId!.Value, cancellationToken) ?? throw BadRequest.NoRecord("into_id");
        if (other.Status == TicketStatus.Closed)
            throw BadRequest.Invalid("into_id", "must be a ticket that is not closed");

        var comments = db.Set<TicketComment>().Where(comment => comment.TicketId == ticket.Id);
        db.Add(ticket.MergeInto(other, await db.FindAll(comments, cancellationToken)));
    }
}
