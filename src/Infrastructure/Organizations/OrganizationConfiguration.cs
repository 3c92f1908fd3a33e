using AchieveApex.Domain.Organizations;

namespace AchieveApex.Infrastructure.Organizations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization) => organization.ToTable("organizations");
}
