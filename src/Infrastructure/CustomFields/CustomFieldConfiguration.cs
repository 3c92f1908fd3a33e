using AchieveApex.Domain.CustomFields;

namespace AchieveApex.Infrastructure.CustomFields;

internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    // The key comes first: it is the one that is blamed.
    public void Configure(EntityTypeBuilder<CustomField> field) =>
        field
            .ToTable("custom_fields")
            .HasIndex(f => new
            {
                f.OrganizationId,
                f.Key,
                f.Resource,
            })
            .IsUnique();
}
