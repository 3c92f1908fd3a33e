using AchieveApex.Domain.Organizations;

namespace AchieveApex.Infrastructure.Organizations;

internal sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> role)
    {
        role.ToTable("roles").HasIndex(r => new { r.OrganizationId, r.Name }).IsUnique();
    }
}
