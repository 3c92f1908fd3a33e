using AchieveApex.Domain.Deals;

namespace AchieveApex.Infrastructure.Deals;

internal sealed class PipelineConfiguration : IEntityTypeConfiguration<Pipeline>
{
    public void Configure(EntityTypeBuilder<Pipeline> pipeline) =>
        pipeline.ToTable("pipelines").HasIndex(p => new { p.OrganizationId, p.Name }).IsUnique();
}
