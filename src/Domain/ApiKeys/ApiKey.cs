using AchieveApex.Domain.Permissions;

namespace AchieveApex.Domain.ApiKeys;

/// <summary>A credential of one user in one organization. The secret itself is not kept.</summary>
public sealed class ApiKey : Record, IPartOfCaller
{
    public string Name { get; set; } = "";

    /// <summary>The member on whose behalf the key acts.</summary>
    public long UserId { get; private set; }

    /// <summary>What finds the key: a keyed hash of the secret.</summary>
    public byte[] Digest { get; private set; } = [];

    /// <summary>The secret's last four characters, so that people can tell keys apart.</summary>
    public string LastFour { get; private set; } = "";

    /// <summary>What the key may at most do; cut with what its user may do now.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>Addresses and networks (CIDR) that may use the key; none: all.</summary>
    public IReadOnlyList<string> AllowedIps { get; set; } = [];

    /// <summary>Whether the key may change or remove many records by one query.</summary>
    public bool AllowBulk { get; set; }

    public ApiKeyStatus Status { get; set; }

    /// <summary>From then on the key is refused; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Written in batches: up to half a minute old.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public string? LastUsedIp { get; private set; }

    /// <summary>The key that this one took over from.</summary>
    public long? RotatedFromId { get; private set; }

    /// <summary>Makes a key around a secret's digest.</summary>
    public static ApiKey For(long userId, byte[] digest, string lastFour) =>
        new()
        {
            UserId = userId,
            Digest = digest,
            LastFour = lastFour,
        };

    /// <summary>A successor that inherits everything but the external id, which is one record's alone; this key works on for the overlap, but never past its own expiry.</summary>
    public ApiKey Rotate(byte[] digest, string lastFour, DateTimeOffset now, TimeSpan overlap)
    {
        if (Status != ApiKeyStatus.Active || ExpiresAt <= now)
            throw new DomainException("Only a key that works can be rotated.");

        var successor = new ApiKey
        {
            Name = Name,
            UserId = UserId,
            Digest = digest,
            LastFour = lastFour,
            Scopes = Scopes,
            AllowedIps = AllowedIps,
            AllowBulk = AllowBulk,
            ExpiresAt = ExpiresAt,
            RotatedFromId = Id,
            CustomFields = CustomFields,
        };
        var end = now + overlap;
        ExpiresAt = ExpiresAt < end ? ExpiresAt : end;
        return successor;
    }
}
