namespace AchieveApex.Infrastructure.Idempotency;

/// <summary>What was answered under an idempotency key.</summary>
internal sealed class KeptAnswer
{
    public const int DigestLength = 32;

    public long OrganizationId { get; init; }

    /// <summary>Of the key, the method and the path.</summary>
    public byte[] Digest { get; init; } = [];

    /// <summary>Of the query and the body.</summary>
    public byte[] Fingerprint { get; init; } = [];

    /// <summary>Sealed: an answer may hold the secret of a new API key.</summary>
    public byte[] Answer { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public static void Map(ModelBuilder model)
    {
        var answer = model.Entity<KeptAnswer>();
        answer.ToTable("kept_answers").HasKey(a => new { a.OrganizationId, a.Digest });
        answer.Property(a => a.Digest).HasMaxLength(DigestLength);
        answer.Property(a => a.Fingerprint).HasMaxLength(DigestLength);
        // For the removal of what is too old, in all organizations.
        answer.HasIndex(a => a.CreatedAt);
    }
}
