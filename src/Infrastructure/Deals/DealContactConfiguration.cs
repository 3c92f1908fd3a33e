using AchieveApex.Domain.Deals;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Deals;

internal sealed class DealContactConfiguration : IEntityTypeConfiguration<DealContact>
{
    public void Configure(EntityTypeBuilder<DealContact> contact)
    {
        contact
            .ToTable("deal_contacts")
            .HasIndex(c => new
            {
                c.OrganizationId,
                c.DealId,
                c.ContactId,
            })
            .IsUnique();
        contact.IsPartOf<DealContact, Deal>(nameof(DealContact.DealId));
    }
}
