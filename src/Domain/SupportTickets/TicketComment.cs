namespace AchieveApex.Domain.SupportTickets;

/// <summary>What was said on a ticket. It stays as it was said, and goes where its ticket goes on.</summary>
public sealed class TicketComment : Record
{
    public long TicketId { get; set; }
    public string Body { get; set; } = "";

    /// <summary>Whether the requester may read it.</summary>
    public bool Public { get; set; } = true;

    /// <summary>Whether the requester said it, rather than the user who wrote it down.</summary>
    public bool FromRequester { get; set; }

    /// <summary>What the requester does not read.</summary>
    public static TicketComment Note(long ticketId, string body) =>
        new()
        {
            TicketId = ticketId,
            Body = body,
            Public = false,
        };
}
