using AchieveApex.Domain.ApiKeys;

namespace AchieveApex.Infrastructure.ApiKeys;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        // The digest is looked up before the organization is known, so it is unique in all of them.
        key.ToTable("api_keys").HasIndex(k => k.Digest).IsUnique();
    }
}
