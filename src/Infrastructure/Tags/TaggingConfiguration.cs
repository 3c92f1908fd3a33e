using AchieveApex.Domain.Resources;
using AchieveApex.Domain.Tags;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Tags;

internal sealed class TaggingConfiguration : IEntityTypeConfiguration<Tagging>
{
    public void Configure(EntityTypeBuilder<Tagging> tagging)
    {
        tagging.ToTable("taggings").IsPartOf<Tagging, Tag>(nameof(Tagging.TagId), nameof(Tagging.Tag));
        foreach (var reference in RelatedRecord.References)
            tagging.HasIndex(nameof(Record.OrganizationId), reference, nameof(Tagging.TagId)).IsUnique();
    }
}
