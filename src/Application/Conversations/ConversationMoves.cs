using AchieveApex.Domain.Conversations;

namespace AchieveApex.Application.Conversations;

/// <summary>Puts a conversation aside until somebody else has done something.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record PendConversation(RecordId Id, Input<NoFields> Input) : Act<Conversation, NoFields, ConversationView>(Id, Input);

internal sealed class PendConversationHandler(Editor<Conversation> editor)
    : ActHandler<PendConversation, Conversation, NoFields, ConversationView>(editor)
{
    protected override Task Do(Conversation conversation, NoFields fields, CancellationToken cancellationToken)
    {
        conversation.Pend();
        return Task.CompletedTask;
    }
}

/// <summary>Puts a conversation aside until a time has come.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record SnoozeConversation(RecordId Id, Input<SnoozeFields> Input)
    : Act<Conversation, SnoozeFields, ConversationView>(Id, Input);

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

internal sealed class SnoozeConversationHandler(Editor<Conversation> editor)
    : ActHandler<SnoozeConversation, Conversation, SnoozeFields, ConversationView>(editor)
{
    protected override Task Do(Conversation conversation, SnoozeFields fields, CancellationToken cancellationToken)
    {
        conversation.Snooze(fields.Until!.Value);
        return Task.CompletedTask;
    }
}

/// <summary>Closes a conversation: nobody waits for an answer any more.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record CloseConversation(RecordId Id, Input<NoFields> Input) : Act<Conversation, NoFields, ConversationView>(Id, Input);

internal sealed class CloseConversationHandler(Editor<Conversation> editor, OrganizationScope scope, TimeProvider clock)
    : ActHandler<CloseConversation, Conversation, NoFields, ConversationView>(editor)
{
    protected override Task Do(Conversation conversation, NoFields fields, CancellationToken cancellationToken)
    {
        conversation.Close(clock.GetUtcNow(), scope.Caller.UserId);
        return Task.CompletedTask;
    }
}

/// <summary>Opens a conversation that is pending, snoozed or closed.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record ReopenConversation(RecordId Id, Input<NoFields> Input) : Act<Conversation, NoFields, ConversationView>(Id, Input);

internal sealed class ReopenConversationHandler(Editor<Conversation> editor)
    : ActHandler<ReopenConversation, Conversation, NoFields, ConversationView>(editor)
{
    protected override Task Do(Conversation conversation, NoFields fields, CancellationToken cancellationToken)
    {
        conversation.Open();
        return Task.CompletedTask;
    }
}

/// <summary>Notes that the messages of a conversation were read.</summary>
[Requires<Conversation>(Access.Update)]
public sealed record MarkConversationRead(RecordId Id, Input<NoFields> Input) : Act<Conversation, NoFields, ConversationView>(Id, Input);

internal sealed class MarkConversationReadHandler(Editor<Conversation> editor)
    : ActHandler<MarkConversationRead, Conversation, NoFields, ConversationView>(editor)
{
    protected override Task Do(Conversation conversation, NoFields fields, CancellationToken cancellationToken)
    {
        conversation.MarkRead();
        return Task.CompletedTask;
    }
}
