using System.ComponentModel.DataAnnotations;

namespace AchieveApex.Application.SupportTickets;

/// <summary>The settings <c>SupportTickets:*</c>.</summary>
public sealed class SupportTicketOptions
{
    /// <summary>How long a ticket stays solved before it is closed by itself. It holds for those that are solved from then on.</summary>
    [Range(1, 365)]
    public int CloseSolvedAfterDays { get; set; } = 4;
}
