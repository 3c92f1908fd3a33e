using AchieveApex.Domain.Contacts;

namespace AchieveApex.Infrastructure.Contacts;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact) =>
        contact.ToTable("contacts").HasIndex(c => new { c.OrganizationId, c.EmailKey }).IsUnique();
}
