using AchieveApex.Domain.Contacts;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Contacts;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts").HasIndex(c => new { c.OrganizationId, c.EmailKey }).IsUnique();
        contact.Refers<Contact, Company>(nameof(Contact.CompanyId));
        contact.IsListedBy(c => c.CreatedAt);
        contact.IsListedBy(c => c.LastName);
        contact.IsListedBy(c => c.Email);
        contact.IsListedBy(c => c.LifecycleStage);
        contact.IsListedBy(c => c.CompanyId);
        contact.IsListedBy(c => c.OwnerId);
    }
}
