using AchieveApex.Domain.Deals;

namespace AchieveApex.Infrastructure.Deals;

internal sealed class DealConfiguration : IEntityTypeConfiguration<Deal>
{
    public void Configure(EntityTypeBuilder<Deal> deal)
    {
        deal.ToTable("deals");
        deal.Property(d => d.Probability).UsePropertyAccessMode(PropertyAccessMode.Property); // which the stage decides
        deal.Property(d => d.WeightedAmount).UsePropertyAccessMode(PropertyAccessMode.Property); // which follows from both
        // The database itself sees to it that a deal is what its stage makes of it.
        deal.HasOne<Stage>()
            .WithMany()
            .HasForeignKey(d => new
            {
                d.OrganizationId,
                d.StageId,
                d.PipelineId,
                d.Status,
            })
            .HasPrincipalKey(s => new
            {
                s.OrganizationId,
                s.Id,
                s.PipelineId,
                s.Type,
            })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
