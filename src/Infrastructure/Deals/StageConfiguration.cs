using AchieveApex.Domain.Deals;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Deals;

internal sealed class StageConfiguration : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> stage)
    {
        stage
            .ToTable("stages")
            .HasIndex(s => new
            {
                s.OrganizationId,
                s.PipelineId,
                s.Name,
            })
            .IsUnique();
        stage.Property(s => s.Probability).UsePropertyAccessMode(PropertyAccessMode.Property); // which the type decides
        stage.Refers<Stage, Pipeline>(nameof(Stage.PipelineId));
    }
}
