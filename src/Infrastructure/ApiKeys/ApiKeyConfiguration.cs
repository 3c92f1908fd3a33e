using AchieveApex.Domain.ApiKeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AchieveApex.Infrastructure.ApiKeys;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        // The digest is looked up before the organization is known, so it is unique in all of them.
        key.ToTable("api_keys").HasIndex(k => k.Digest).IsUnique();
        key.Property(k => k.Name).HasMaxLength(100);
        key.Property(k => k.LastFour).HasMaxLength(4);
        key.Property(k => k.LastUsedIp).HasMaxLength(45);
    }
}
