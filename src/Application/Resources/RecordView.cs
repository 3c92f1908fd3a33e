namespace AchieveApex.Application.Resources;

/// <summary>What every record shows: its names first, its bookkeeping last.</summary>
public abstract record RecordView
{
    private const int First = -1;
    private const int Last = 1;

    /// <summary>The record's id, a whole number below 2^53.</summary>
    [JsonPropertyOrder(First)]
    public long Id { get; init; }

    /// <summary>The organization that owns the record: always the caller's.</summary>
    [JsonPropertyOrder(First)]
    public long OrganizationId { get; init; }

    /// <summary>The record's id in the client's own system.</summary>
    [JsonPropertyOrder(Last)]
    public string? ExternalId { get; init; }

    /// <summary>Values that the organization keeps beside the built-in fields.</summary>
    [JsonPropertyOrder(Last)]
    public CustomFields CustomFields { get; init; } = [];

    /// <summary>1 when created, one more with each change.</summary>
    [JsonPropertyOrder(Last)]
    public long Version { get; init; }

    /// <summary>RFC 3339, UTC, milliseconds.</summary>
    [JsonPropertyOrder(Last)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The user in whose name the record was created.</summary>
    [JsonPropertyOrder(Last)]
    public long? CreatedByUserId { get; init; }

    /// <summary>The API key that created the record.</summary>
    [JsonPropertyOrder(Last)]
    public long? CreatedByApiKeyId { get; init; }

    /// <summary>RFC 3339, UTC, milliseconds.</summary>
    [JsonPropertyOrder(Last)]
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The user in whose name the record was last changed.</summary>
    [JsonPropertyOrder(Last)]
    public long? UpdatedByUserId { get; init; }

    /// <summary>The API key that last changed the record.</summary>
    [JsonPropertyOrder(Last)]
    public long? UpdatedByApiKeyId { get; init; }
}
