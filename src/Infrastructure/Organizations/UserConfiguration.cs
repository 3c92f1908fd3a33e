using AchieveApex.Domain.Organizations;

namespace AchieveApex.Infrastructure.Organizations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user) => user.ToTable("users").HasIndex(u => u.EmailKey).IsUnique();
}
