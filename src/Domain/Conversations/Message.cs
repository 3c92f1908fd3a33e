namespace AchieveApex.Domain.Conversations;

/// <summary>Something that was said in a conversation. It stays as it was said.</summary>
/// <remarks>The author is the conversation's contact when it came in, and whoever created it otherwise.</remarks>
public sealed class Message : Record
{
    public long ConversationId { get; set; }

    /// <summary>The conversation's, when it was written.</summary>
    public ConversationChannel Channel { get; private set; }
    public MessageDirection Direction { get; set; }

    /// <summary>A note for members, which the contact does not see.</summary>
    public bool Private { get; set; }
    public string Content { get; set; } = "";
    public MessageContentType ContentType { get; set; }

    /// <summary>The id that the channel's provider gave it; unique within the channel.</summary>
    public string? SourceId { get; set; }

    /// <summary>The id that the sender gave it; unique within the conversation.</summary>
    public string? ClientMessageId { get; set; }

    /// <summary>Becomes a part of its conversation.</summary>
    public void Join(Conversation conversation, DateTimeOffset now)
    {
        Channel = conversation.Channel;
        conversation.Take(this, now);
    }
}

/// <summary>Which way a message goes.</summary>
public enum MessageDirection
{
    Incoming,
    Outgoing,
}

/// <summary>How the content of a message is written.</summary>
public enum MessageContentType
{
    Text,
    Html,
}
