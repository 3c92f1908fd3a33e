using AchieveApex.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AchieveApex.Infrastructure.Organizations;

internal sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> role)
    {
        role.ToTable("roles").HasIndex(r => new { r.OrganizationId, r.Name }).IsUnique();
        role.Property(r => r.Name).HasMaxLength(100);
    }
}
