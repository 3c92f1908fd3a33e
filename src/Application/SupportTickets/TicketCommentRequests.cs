using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

[Requires<TicketComment>(Access.View)]
public sealed record ListTicketComments : List<TicketComment, TicketCommentView>;

[Requires<TicketComment>(Access.View)]
public sealed record GetTicketComment(RecordId Id) : Get<TicketComment, TicketCommentView>(Id);

[Requires<TicketComment>(Access.Create)]
public sealed record CreateTicketComment(Input<TicketCommentFields> Input)
    : Create<TicketComment, TicketCommentFields, TicketCommentView>(Input);
