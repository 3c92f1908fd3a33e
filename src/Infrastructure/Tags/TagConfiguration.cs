using AchieveApex.Domain.Tags;

namespace AchieveApex.Infrastructure.Tags;

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> tag) => tag.ToTable("tags").HasIndex(t => new { t.OrganizationId, t.NameKey }).IsUnique();
}
