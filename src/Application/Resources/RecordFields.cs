namespace AchieveApex.Application.Resources;

/// <summary>What a client may write on every record.</summary>
public abstract record RecordFields
{
    /// <summary>The record's id in the client's own system, unique per organization and resource; at most 255 characters.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Values by key: scalars or lists of strings; at most 100 of them.</summary>
    public CustomFields CustomFields { get; init; } = [];
}
