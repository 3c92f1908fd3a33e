namespace AchieveApex.Domain.Resources;

/// <summary>Something that belongs to one organization: every resource of the API is one.</summary>
/// <remarks>The bookkeeping is written by the database adapter alone, so nothing that a client sends can reach it.</remarks>
public abstract class Record
{
    /// <summary>Never used again, below 2^53, so that every JSON reader holds it exactly.</summary>
    public long Id { get; private set; }

    /// <summary>The owner. A record never changes hands.</summary>
    public long OrganizationId { get; private set; }

    /// <summary>1 when created, one more with each change.</summary>
    public long Version { get; private set; }

    /// <summary>The record's id in the client's own system, unique within the organization and resource.</summary>
    public string? ExternalId { get; set; }

    /// <summary>What the organization keeps beside the built-in fields.</summary>
    public CustomValues CustomFields { get; set; } = [];

    /// <summary>What a change means where that has a name of its own, such as <c>won</c>, until the change is kept; null: it was updated.</summary>
    public string? Happened { get; protected set; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The user in whose name it was created; null when the program itself did it.</summary>
    public long? CreatedByUserId { get; private set; }

    /// <summary>The API key that created it; null when it was not created through one.</summary>
    public long? CreatedByApiKeyId { get; private set; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The user in whose name it was last changed.</summary>
    public long? UpdatedByUserId { get; private set; }

    /// <summary>The API key that last changed it.</summary>
    public long? UpdatedByApiKeyId { get; private set; }
}
