using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AchieveApex.Domain.Resources;

/// <summary>
/// A record was created, changed or removed: written with the change, in its transaction. Some time later it is sealed: it gets the next
/// number of its organization, and a hash over itself and the event before it, so that none can be changed or taken out unseen.
/// </summary>
public sealed class ChangeEvent : Record, IWrittenOnce
{
    /// <summary>1, 2, 3 … in each organization, without gaps; null until it is sealed.</summary>
    public long? Sequence { get; private set; }

    /// <summary>What happened to what, for example <c>deal.won</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The resource of the record, for example <c>deals</c>.</summary>
    public string Resource { get; init; } = "";
    public long RecordId { get; init; }

    /// <summary>The version that the record has since, or had at last.</summary>
    public long RecordVersion { get; init; }

    /// <summary>The request that brought the change; null when the program itself did.</summary>
    public string? RequestId { get; init; }
    public FieldChanges Changes { get; init; } = new("{}");

    /// <summary>SHA-256 in lower-case hexadecimal; null until it is sealed.</summary>
    public string? Hash { get; private set; }

    /// <summary>Puts it behind the event that came before it, if there is one.</summary>
    public void Seal(long sequence, string? previousHash) => (Sequence, Hash) = (sequence, HashAfter(sequence, previousHash));

    /// <summary>Whether nothing was changed on it, and it is the one that stands behind that event.</summary>
    public bool IsSealedAfter(long sequence, string? previousHash) =>
        Sequence == sequence + 1 && Hash == HashAfter(sequence + 1, previousHash);

    private string HashAfter(long sequence, string? previousHash)
    {
        // None of them holds a line break.
        var text = string.Join(
            '\n',
            previousHash,
            Number(OrganizationId),
            Number(sequence),
            Number(Id),
            Type,
            Resource,
            Number(RecordId),
            Number(RecordVersion),
            Number(CreatedAt.ToUnixTimeMilliseconds()),
            Number(CreatedByUserId),
            Number(CreatedByApiKeyId),
            RequestId,
            Changes.Json
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
