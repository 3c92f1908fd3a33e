using AchieveApex.Application.Errors;
using AchieveApex.Domain.Conversations;

namespace AchieveApex.Application.Conversations;

/// <summary>What a client may write on a message, once.</summary>
/// <param name="ConversationId">The conversation; required.</param>
/// <param name="Direction">Which way it goes; required.</param>
/// <param name="Private">A note for members, which the contact does not see.</param>
/// <param name="Content">1 to 20,000 characters.</param>
/// <param name="ContentType">How the content is written.</param>
/// <param name="SourceId">The id that the channel's provider gave it; unique within the channel.</param>
/// <param name="ClientMessageId">The id that the sender gave it; unique within the conversation.</param>
public sealed record MessageFields(
    long? ConversationId = null,
    MessageDirection? Direction = null,
    bool Private = false,
    string? Content = null,
    MessageContentType ContentType = MessageContentType.Text,
    string? SourceId = null,
    string? ClientMessageId = null
) : RecordFields;

internal sealed class MessageFieldsValidator : RecordFieldsValidator<MessageFields>
{
    public MessageFieldsValidator()
    {
        RuleFor(message => message.ConversationId).NotNull();
        RuleFor(message => message.Direction).NotNull();
        RuleFor(message => message.Private)
            .Must((message, isPrivate) => !isPrivate || message.Direction != MessageDirection.Incoming)
            .WithMessage("can only be true of an outgoing message")
            .WithErrorCode(FieldFormats.SeveralFields);
        RuleFor(message => message.Content).NotEmpty().MaximumLength(20_000);
        RuleFor(message => message.SourceId).Length(1, 255);
        RuleFor(message => message.ClientMessageId).Length(1, 255);
    }
}

/// <summary>A message as it is read. Its author is the conversation's contact when it came in, and whoever created it otherwise.</summary>
public sealed record MessageView : RecordView
{
    public long ConversationId { get; init; }

    /// <summary>The conversation's, when it was written.</summary>
    public ConversationChannel Channel { get; init; }
    public MessageDirection Direction { get; init; }
    public bool Private { get; init; }
    public string Content { get; init; } = "";
    public MessageContentType ContentType { get; init; }
    public string? SourceId { get; init; }
    public string? ClientMessageId { get; init; }
}

internal sealed record MessageResource() : Resource<Message>("messages");

/// <summary>A new message changes its conversation, in the same transaction.</summary>
internal sealed class MessageRule(IDatabase db, TimeProvider clock) : IRule<Message>
{
    public async Task Check(Message message, CancellationToken cancellationToken)
    {
        if (db.Before(message) is not null)
            return;

        var conversation = await db.Find<Conversation>(message.ConversationId, cancellationToken);
        message.Join(conversation ?? throw BadRequest.NoRecord("conversation_id"), clock.GetUtcNow());
    }
}
