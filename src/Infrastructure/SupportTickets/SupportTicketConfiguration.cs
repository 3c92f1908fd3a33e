using AchieveApex.Domain.SupportTickets;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.SupportTickets;

internal sealed class SupportTicketConfiguration : IEntityTypeConfiguration<SupportTicket>
{
    public void Configure(EntityTypeBuilder<SupportTicket> ticket)
    {
        ticket.ToTable("support_tickets").HasIndex(t => new { t.OrganizationId, t.Number }).IsUnique();
        ticket.IsDueAt(nameof(SupportTicket.ClosesAt));
        ticket.Refers<SupportTicket, SupportTicket>(nameof(SupportTicket.ProblemId));
        ticket.Refers<SupportTicket, SupportTicket>(nameof(SupportTicket.FollowupSourceId));
        ticket.Refers<SupportTicket, SupportTicket>(nameof(SupportTicket.MergedIntoId));
    }
}
