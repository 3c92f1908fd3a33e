namespace AchieveApex.Application.Resources;

/// <summary>What every record shows, also one that is never changed.</summary>
public abstract record EntryView
{
    private const int First = -1;

    /// <summary>The record's id, a whole number below 2^53.</summary>
    [JsonPropertyOrder(First)]
    public long Id { get; init; }

    /// <summary>The organization that owns the record: always the caller's.</summary>
    [JsonPropertyOrder(First)]
    public long OrganizationId { get; init; }

    /// <summary>RFC 3339, UTC, milliseconds.</summary>
    [JsonPropertyOrder(4)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The user in whose name the record was created.</summary>
    [JsonPropertyOrder(5)]
    public long? CreatedByUserId { get; init; }

    /// <summary>The API key that created the record.</summary>
    [JsonPropertyOrder(6)]
    public long? CreatedByApiKeyId { get; init; }
}
