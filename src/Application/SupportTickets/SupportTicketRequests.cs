using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

// None removes a ticket: its number would be missing.

[Requires<SupportTicket>(Access.View)]
public sealed record ListSupportTickets : List<SupportTicket, SupportTicketView>;

[Requires<SupportTicket>(Access.View)]
public sealed record GetSupportTicket(RecordId Id) : Get<SupportTicket, SupportTicketView>(Id);

[Requires<SupportTicket>(Access.Create)]
public sealed record CreateSupportTicket(Input<SupportTicketFields> Input)
    : Create<SupportTicket, SupportTicketFields, SupportTicketView>(Input);

[Requires<SupportTicket>(Access.Update)]
public sealed record ReplaceSupportTicket(RecordId Id, Input<SupportTicketFields> Input)
    : Replace<SupportTicket, SupportTicketFields, SupportTicketView>(Id, Input);

[Requires<SupportTicket>(Access.Update)]
public sealed record PatchSupportTicket(RecordId Id, Input<SupportTicketFields> Input)
    : Patch<SupportTicket, SupportTicketFields, SupportTicketView>(Id, Input);
