namespace AchieveApex.Domain.Conversations;

/// <summary>What a contact and the organization write to each other about one thing.</summary>
public sealed class Conversation : Record
{
    /// <summary>A conversation that is snoozed may be snoozed for longer, or for less.</summary>
    public static Transitions<ConversationStatus> Transitions { get; } =
        new(
            new Dictionary<ConversationStatus, ConversationStatus[]>
            {
                [ConversationStatus.Open] = [ConversationStatus.Pending, ConversationStatus.Snoozed, ConversationStatus.Closed],
                [ConversationStatus.Pending] = [ConversationStatus.Open, ConversationStatus.Snoozed, ConversationStatus.Closed],
                [ConversationStatus.Snoozed] =
                [
                    ConversationStatus.Open,
                    ConversationStatus.Pending,
                    ConversationStatus.Snoozed,
                    ConversationStatus.Closed,
                ],
                [ConversationStatus.Closed] = [ConversationStatus.Open],
            }
        );

    public string? Subject { get; set; }
    public ConversationChannel Channel { get; set; }
    public ConversationPriority Priority { get; set; }
    public long ContactId { get; set; }
    public long? CompanyId { get; set; }
    public long? AssigneeId
    {
        get;
        set
        {
            if (value != field)
                Happened ??= value is null ? "unassigned" : "assigned";
            field = value;
        }
    }

    public ConversationStatus Status { get; private set; }

    /// <summary>When it wakes; null unless it is snoozed.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }

    /// <summary>Since when the contact waits for an answer; null while nobody waits.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }
    public DateTimeOffset? FirstReplyAt { get; private set; }

    /// <summary>When the last message of any kind came in, or else when it was created.</summary>
    public DateTimeOffset LastActivityAt { get; private set; }
    public DateTimeOffset? LastIncomingAt { get; private set; }

    /// <summary>Private notes do not go out.</summary>
    public DateTimeOffset? LastOutgoingAt { get; private set; }

    /// <summary>Null unless it is closed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
    public long? ClosedByUserId { get; private set; }

    /// <summary>How often it was opened after it had been closed.</summary>
    public int ReopenCount { get; private set; }

    /// <summary>Incoming messages since it was last read.</summary>
    public int UnreadCount { get; private set; }

    public void Begin(DateTimeOffset now) => LastActivityAt = now;

    public void Open() => Become(ConversationStatus.Open);

    public void Pend() => Become(ConversationStatus.Pending);

    public void Snooze(DateTimeOffset until)
    {
        Become(ConversationStatus.Snoozed);
        SnoozedUntil = until;
    }

    /// <summary>Opens it if it is snoozed and its time has come.</summary>
    public void Wake(DateTimeOffset now)
    {
        if (Status != ConversationStatus.Snoozed || SnoozedUntil > now)
            return;

        Open();
        Happened = "woken";
    }

    public void Close(DateTimeOffset now, long? userId)
    {
        Become(ConversationStatus.Closed);
        (ClosedAt, ClosedByUserId, WaitingSince) = (now, userId, null);
    }

    public void MarkRead() => UnreadCount = 0;

    /// <summary>Takes in a new message. One that comes in opens what is snoozed or closed; whoever handles what is pending goes on.</summary>
    public void Take(Message message, DateTimeOffset now)
    {
        LastActivityAt = now;
        if (message.Direction == MessageDirection.Incoming)
            Receive(now);
        else if (!message.Private)
            (LastOutgoingAt, FirstReplyAt, WaitingSince) = (now, FirstReplyAt ?? now, null);
    }

    private void Receive(DateTimeOffset now)
    {
        if (Status is ConversationStatus.Snoozed or ConversationStatus.Closed)
            Open();
        (LastIncomingAt, WaitingSince, UnreadCount) = (now, WaitingSince ?? now, UnreadCount + 1);
    }

    private void Become(ConversationStatus status)
    {
        Transitions.Check(Status, status);
        if (Status == ConversationStatus.Closed)
            (ClosedAt, ClosedByUserId, ReopenCount) = (null, null, ReopenCount + 1);
        (Status, SnoozedUntil) = (status, null);
        Happened = status switch
        {
            ConversationStatus.Open => "reopened",
            ConversationStatus.Pending => "pended",
            ConversationStatus.Snoozed => "snoozed",
            _ => "closed",
        };
    }
}

/// <summary>Who has to do something about a conversation, and when.</summary>
public enum ConversationStatus
{
    Open,
    Pending,
    Snoozed,
    Closed,
}

/// <summary>By what the contact and the organization write to each other.</summary>
public enum ConversationChannel
{
    Email,
    Chat,
    Sms,
    Whatsapp,
    Voice,
    Api,
    Social,
}

/// <summary>How urgent a conversation is.</summary>
public enum ConversationPriority
{
    None,
    Low,
    Medium,
    High,
    Urgent,
}
