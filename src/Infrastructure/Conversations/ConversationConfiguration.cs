using AchieveApex.Domain.Conversations;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Conversations;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.ToTable("conversations").IsDueAt(nameof(Conversation.SnoozedUntil));
        // What is open, the most recent first, is read all the time.
        conversation.HasIndex(c => new
        {
            c.OrganizationId,
            c.Status,
            c.LastActivityAt,
            c.Id,
        });
    }
}
