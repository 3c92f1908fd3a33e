namespace AchieveApex.Application.Resources;

/// <summary>A change to a record.</summary>
public sealed record EventView : EntryView
{
    /// <summary>1, 2, 3 … in each organization, without gaps. An event that is younger than a second may have none yet.</summary>
    public long? Sequence { get; init; }

    /// <summary>
    /// What happened to what: <c>contact.created</c>, <c>.updated</c> and <c>.removed</c>, as of every record, or a name of its own, for example
    /// <c>deal.won</c>, <c>conversation.closed</c> and <c>support_ticket.solved</c>.
    /// </summary>
    public string Type { get; init; } = "";

    /// <summary>The resource of the record, for example <c>deals</c>.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The record's id.</summary>
    public long RecordId { get; init; }

    /// <summary>The version that the record has since, or had at last.</summary>
    public long RecordVersion { get; init; }

    /// <summary>The <c>X-Request-Id</c> of the request that brought the change.</summary>
    public string? RequestId { get; init; }

    /// <summary>The fields with what they were (<c>from</c>) and are (<c>to</c>). A new record was nothing, and one that was removed is nothing.</summary>
    public FieldChanges Changes { get; init; } = new("{}");

    /// <summary>SHA-256 over the event and the hash of the one before it.</summary>
    public string? Hash { get; init; }
}
