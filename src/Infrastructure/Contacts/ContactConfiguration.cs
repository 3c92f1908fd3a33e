using AchieveApex.Domain.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AchieveApex.Infrastructure.Contacts;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts");
        contact.HasIndex(c => new { c.OrganizationId, c.EmailKey }).IsUnique();
        contact.Property(c => c.FirstName).HasMaxLength(100);
        contact.Property(c => c.LastName).HasMaxLength(100);
        contact.Property(c => c.Email).HasMaxLength(254);
        contact.Property(c => c.EmailKey).HasMaxLength(254);
        contact.Property(c => c.Phone).HasMaxLength(50);
        contact.Property(c => c.PhoneE164).HasMaxLength(16);
        contact.Property(c => c.JobTitle).HasMaxLength(200);
        contact.Property(c => c.CompanyName).HasMaxLength(255);
    }
}
