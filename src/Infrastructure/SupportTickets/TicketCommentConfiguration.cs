using AchieveApex.Domain.SupportTickets;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.SupportTickets;

internal sealed class TicketCommentConfiguration : IEntityTypeConfiguration<TicketComment>
{
    public void Configure(EntityTypeBuilder<TicketComment> comment) =>
        comment.ToTable("ticket_comments").IsPartOf<TicketComment, SupportTicket>(nameof(TicketComment.TicketId));
}
