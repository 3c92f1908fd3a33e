using AchieveApex.Domain.Conversations;

namespace AchieveApex.Application.Conversations;

/// <summary>What a client may write on a conversation. Its status is changed by commands, the rest by its messages.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Channel">By what the contact and the organization write to each other.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="ContactId">Whom it is with; required.</param>
/// <param name="CompanyId">The company that it is with.</param>
/// <param name="AssigneeId">Whose turn it is: a member, by user id.</param>
public sealed record ConversationFields(
    string? Subject = null,
    ConversationChannel Channel = ConversationChannel.Api,
    ConversationPriority Priority = ConversationPriority.None,
    long? ContactId = null,
    long? CompanyId = null,
    long? AssigneeId = null
) : RecordFields;

internal sealed class ConversationFieldsValidator : RecordFieldsValidator<ConversationFields>
{
    public ConversationFieldsValidator()
    {
        RuleFor(conversation => conversation.Subject).MaximumLength(255);
        RuleFor(conversation => conversation.ContactId).NotNull();
    }
}

/// <summary>A conversation as it is read.</summary>
public sealed record ConversationView : RecordView
{
    public string? Subject { get; init; }
    public ConversationChannel Channel { get; init; }
    public ConversationPriority Priority { get; init; }
    public long ContactId { get; init; }
    public long? CompanyId { get; init; }
    public long? AssigneeId { get; init; }

    /// <summary>Changed by commands alone; an incoming message opens what is snoozed or closed.</summary>
    public ConversationStatus Status { get; init; }

    /// <summary>When it opens again by itself, a moment later at most.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Since when the contact waits for an answer.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>When the first message that is no private note went out.</summary>
    public DateTimeOffset? FirstReplyAt { get; init; }

    /// <summary>When the last message of any kind was added, or else when it was created.</summary>
    public DateTimeOffset LastActivityAt { get; init; }
    public DateTimeOffset? LastIncomingAt { get; init; }

    /// <summary>Private notes do not count.</summary>
    public DateTimeOffset? LastOutgoingAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The user in whose name it was closed.</summary>
    public long? ClosedByUserId { get; init; }

    /// <summary>How often it was opened after it had been closed.</summary>
    public int ReopenCount { get; init; }

    /// <summary>Incoming messages since it was last read.</summary>
    public int UnreadCount { get; init; }
}

internal sealed record ConversationResource() : Resource<Conversation>("conversations", IsSearched: true);

/// <summary>A new conversation is active from the start.</summary>
internal sealed class ConversationRule(IDatabase db, TimeProvider clock) : IRule<Conversation>
{
    public Task Check(Conversation conversation, CancellationToken cancellationToken)
    {
        if (db.Before(conversation) is null)
            conversation.Begin(clock.GetUtcNow());
        return Task.CompletedTask;
    }
}
