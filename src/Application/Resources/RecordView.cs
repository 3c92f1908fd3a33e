namespace AchieveApex.Application.Resources;

/// <summary>What every record shows that can be changed: its names first, its bookkeeping last.</summary>
public abstract record RecordView : EntryView
{
    /// <summary>The record's id in the client's own system.</summary>
    [JsonPropertyOrder(1)]
    public string? ExternalId { get; init; }

    /// <summary>Values that the organization keeps beside the built-in fields.</summary>
    [JsonPropertyOrder(2)]
    public CustomValues CustomFields { get; init; } = [];

    /// <summary>1 when created, one more with each change.</summary>
    [JsonPropertyOrder(3)]
    public long Version { get; init; }

    /// <summary>RFC 3339, UTC, milliseconds.</summary>
    [JsonPropertyOrder(7)]
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The user in whose name the record was last changed.</summary>
    [JsonPropertyOrder(8)]
    public long? UpdatedByUserId { get; init; }

    /// <summary>The API key that last changed the record.</summary>
    [JsonPropertyOrder(9)]
    public long? UpdatedByApiKeyId { get; init; }
}
