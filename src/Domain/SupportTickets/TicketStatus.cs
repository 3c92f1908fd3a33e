namespace AchieveApex.Domain.SupportTickets;

/// <summary>How far a ticket has come.</summary>
public enum TicketStatus
{
    New,
    Open,
    Pending,
    Hold,
    Solved,
    Closed,
}

/// <summary>How much a ticket matters.</summary>
public enum TicketPriority
{
    Low,
    Normal,
    High,
    Urgent,
}

/// <summary>What a ticket is about: an incident is one of those that a problem causes.</summary>
public enum TicketType
{
    Question,
    Incident,
    Problem,
    Task,
}

/// <summary>How a ticket came in.</summary>
public enum TicketChannel
{
    Email,
    Phone,
    Chat,
    Web,
    Api,
    Other,
}
