using AchieveApex.Domain.Deals;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Deals;

internal sealed class StageChangeConfiguration : IEntityTypeConfiguration<StageChange>
{
    public void Configure(EntityTypeBuilder<StageChange> change) =>
        change.ToTable("stage_changes").IsPartOf<StageChange, Deal>(nameof(StageChange.DealId));
}
