using AchieveApex.Domain.Activities;

namespace AchieveApex.Infrastructure.Activities;

internal sealed class ActivityTaskConfiguration : IEntityTypeConfiguration<ActivityTask>
{
    public void Configure(EntityTypeBuilder<ActivityTask> task) => task.ToTable("tasks");
}
