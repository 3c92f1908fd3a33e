using AchieveApex.Domain.Conversations;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Conversations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages").IsPartOf<Message, Conversation>(nameof(Message.ConversationId));
        // The first column after the organization is the one that is blamed.
        message
            .HasIndex(m => new
            {
                m.OrganizationId,
                m.SourceId,
                m.Channel,
            })
            .IsUnique();
        message
            .HasIndex(m => new
            {
                m.OrganizationId,
                m.ClientMessageId,
                m.ConversationId,
            })
            .IsUnique();
    }
}
