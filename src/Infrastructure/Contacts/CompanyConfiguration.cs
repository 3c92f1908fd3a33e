using AchieveApex.Domain.Contacts;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Contacts;

internal sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> company)
    {
        company.ToTable("companies").HasIndex(c => new { c.OrganizationId, c.Domain }).IsUnique();
        company.Refers<Company, Company>(nameof(Company.ParentCompanyId));
    }
}
