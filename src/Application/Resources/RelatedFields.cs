namespace AchieveApex.Application.Resources;

/// <summary>What a client may write on a record that is about others.</summary>
public abstract record RelatedFields : RecordFields
{
    /// <summary>The contact that it is about.</summary>
    public long? ContactId { get; init; }

    /// <summary>The company that it is about.</summary>
    public long? CompanyId { get; init; }

    /// <summary>The deal that it is about.</summary>
    public long? DealId { get; init; }

    /// <summary>The conversation that it is about.</summary>
    public long? ConversationId { get; init; }

    /// <summary>The support ticket that it is about.</summary>
    public long? SupportTicketId { get; init; }
}
