using AchieveApex.Domain.Conversations;

namespace AchieveApex.Application.Conversations;

/// <summary>Puts a conversation aside until somebody else has done something.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record PendConversation(RecordId Id, Input<NoFields> Input) : Move<Conversation, NoFields, ConversationView>(Id, Input)
{
    public override void Make(Conversation conversation, DateTimeOffset now, Caller caller) => conversation.Pend();
}

/// <summary>Puts a conversation aside until a time has come.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record SnoozeConversation(RecordId Id, Input<SnoozeFields> Input)
    : Move<Conversation, SnoozeFields, ConversationView>(Id, Input)
{
    public override void Make(Conversation conversation, DateTimeOffset now, Caller caller) =>
        conversation.Snooze(Input.Fields.Until!.Value);
}

/// <param name="Until">When it opens again by itself; required. A message that comes in opens it before.</param>
public sealed record SnoozeFields(DateTimeOffset? Until = null);

internal sealed class SnoozeFieldsValidator : AbstractValidator<SnoozeFields>
{
    public SnoozeFieldsValidator(TimeProvider clock) =>
        RuleFor(snooze => snooze.Until)
            .NotNull()
            .Must(until => until is null || until > clock.GetUtcNow())
            .WithMessage("must be in the future");
}

/// <summary>Closes a conversation: nobody waits for an answer any more.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record CloseConversation(RecordId Id, Input<NoFields> Input) : Move<Conversation, NoFields, ConversationView>(Id, Input)
{
    public override void Make(Conversation conversation, DateTimeOffset now, Caller caller) => conversation.Close(now, caller.UserId);
}

/// <summary>Opens a conversation that is pending, snoozed or closed.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record ReopenConversation(RecordId Id, Input<NoFields> Input) : Move<Conversation, NoFields, ConversationView>(Id, Input)
{
    public override void Make(Conversation conversation, DateTimeOffset now, Caller caller) => conversation.Open();
}

/// <summary>Notes that the messages of a conversation were read.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record MarkConversationRead(RecordId Id, Input<NoFields> Input) : Move<Conversation, NoFields, ConversationView>(Id, Input)
{
    public override void Make(Conversation conversation, DateTimeOffset now, Caller caller) => conversation.MarkRead();
}
