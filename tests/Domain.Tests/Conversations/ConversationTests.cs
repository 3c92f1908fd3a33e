using AchieveApex.Domain.Conversations;
using AchieveApex.Domain.Resources;
using Xunit;
using static AchieveApex.Domain.Conversations.ConversationStatus;

namespace AchieveApex.Domain.Tests.Conversations;

public sealed class ConversationTests
{
    private const long User = 7;
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Start.AddHours(1);

    [Theory]
    [InlineData(Open, Open, "cannot become open: open can only become pending, snoozed, closed")]
    [InlineData(Open, Pending, null)]
    [InlineData(Open, Snoozed, null)]
    [InlineData(Open, Closed, null)]
    [InlineData(Pending, Open, null)]
    [InlineData(Pending, Pending, "cannot become pending: pending can only become open, snoozed, closed")]
    [InlineData(Pending, Snoozed, null)]
    [InlineData(Pending, Closed, null)]
    [InlineData(Snoozed, Open, null)]
    [InlineData(Snoozed, Pending, null)]
    [InlineData(Snoozed, Snoozed, null)]
    [InlineData(Snoozed, Closed, null)]
    [InlineData(Closed, Open, null)]
    [InlineData(Closed, Pending, "cannot become pending: closed can only become open")]
    [InlineData(Closed, Snoozed, "cannot become snoozed: closed can only become open")]
    [InlineData(Closed, Closed, "cannot become closed: closed can only become open")]
    public void A_command_brings_a_conversation_from_one_status_to_another(ConversationStatus from, ConversationStatus to, string? problem)
    {
        var conversation = In(from);
        var refused = Xunit.Record.Exception(() => Bring(conversation, to, Later)) as DomainException;

        Assert.Equal(problem, refused?.Message);
        var isNow = problem is null ? to : from;
        var since = problem is null ? Later : Start;
        Assert.Equal(
            (isNow, isNow == Snoozed ? since.AddDays(1) : null, isNow == Closed ? since : null, isNow == Closed ? User : null),
            (conversation.Status, conversation.SnoozedUntil, conversation.ClosedAt, conversation.ClosedByUserId)
        );
        Assert.Equal(from == Closed && problem is null ? 1 : 0, conversation.ReopenCount);
        Assert.Equal(NameOf(isNow, from), conversation.Happened);
    }

    // Who is waited for: since when the contact waits, when was the first reply, how many messages are unread.
    [Theory]
    [InlineData(Open, MessageDirection.Incoming, false, Open, "waits from then, 1 unread")]
    [InlineData(Pending, MessageDirection.Incoming, false, Pending, "waits from then, 1 unread")]
    [InlineData(Snoozed, MessageDirection.Incoming, false, Open, "waits from then, 1 unread")]
    [InlineData(Closed, MessageDirection.Incoming, false, Open, "waits from then, 1 unread")]
    [InlineData(Open, MessageDirection.Outgoing, false, Open, "replied then, 0 unread")]
    [InlineData(Pending, MessageDirection.Outgoing, false, Pending, "replied then, 0 unread")]
    [InlineData(Snoozed, MessageDirection.Outgoing, false, Snoozed, "replied then, 0 unread")]
    [InlineData(Closed, MessageDirection.Outgoing, false, Closed, "replied then, 0 unread")]
    [InlineData(Open, MessageDirection.Outgoing, true, Open, "0 unread")]
    [InlineData(Pending, MessageDirection.Outgoing, true, Pending, "0 unread")]
    [InlineData(Snoozed, MessageDirection.Outgoing, true, Snoozed, "0 unread")]
    [InlineData(Closed, MessageDirection.Outgoing, true, Closed, "0 unread")]
    public void A_message_changes_its_conversation(
        ConversationStatus from,
        MessageDirection direction,
        bool isPrivate,
        ConversationStatus to,
        string effect
    )
    {
        var conversation = In(from);
        conversation.Take(new() { Direction = direction, Private = isPrivate }, Later);
        Assert.Equal((to, to == Snoozed, Later), (conversation.Status, conversation.SnoozedUntil is not null, conversation.LastActivityAt));
        Assert.Equal(from == Closed && to == Open ? 1 : 0, conversation.ReopenCount);
        Assert.Equal(effect, EffectOn(conversation));
    }

    [Fact]
    public void A_contact_waits_from_the_first_message_to_the_answer_or_the_close()
    {
        var conversation = In(Open);
        var (question, note, answer) = (Incoming(), new Message { Direction = MessageDirection.Outgoing, Private = true }, Outgoing());
        conversation.Take(question, Start);
        conversation.Take(question, Later);
        conversation.Take(note, Later);
        Assert.Equal((Start, null), (conversation.WaitingSince, conversation.FirstReplyAt));
        conversation.Take(answer, Later);
        conversation.Take(answer, Later.AddHours(1));
        Assert.Equal((null, Later), (conversation.WaitingSince, conversation.FirstReplyAt));
        conversation.Take(question, Later.AddHours(2));
        conversation.Close(Later.AddHours(3), User);
        Assert.Null(conversation.WaitingSince);
        Assert.Equal(3, conversation.UnreadCount);
        conversation.MarkRead();
        Assert.Equal(0, conversation.UnreadCount);
    }

    [Theory]
    [InlineData(Open, 2, Open)]
    [InlineData(Pending, 2, Pending)]
    [InlineData(Snoozed, 0, Snoozed)]
    [InlineData(Snoozed, 1, Open)]
    [InlineData(Snoozed, 2, Open)]
    [InlineData(Closed, 2, Closed)]
    public void Only_a_snoozed_conversation_wakes_when_its_time_has_come(ConversationStatus from, int days, ConversationStatus to)
    {
        var conversation = In(from);
        conversation.Wake(Start.AddDays(days));
        Assert.Equal((to, from == to ? NameOf(to, Open) : "woken"), (conversation.Status, conversation.Happened));
    }

    // A new one is open without having been opened.
    private static string? NameOf(ConversationStatus status, ConversationStatus before) =>
        status switch
        {
            Open => before == Open ? null : "reopened",
            Pending => "pended",
            Snoozed => "snoozed",
            _ => "closed",
        };

    private static Message Incoming() => new() { Direction = MessageDirection.Incoming };

    private static Message Outgoing() => new() { Direction = MessageDirection.Outgoing };

    private static Conversation In(ConversationStatus status)
    {
        var conversation = new Conversation();
        conversation.Begin(Start);
        if (status != Open)
            Bring(conversation, status, Start);
        return conversation;
    }

    private static void Bring(Conversation conversation, ConversationStatus to, DateTimeOffset now)
    {
        if (to == Open)
            conversation.Open();
        else if (to == Pending)
            conversation.Pend();
        else if (to == Snoozed)
            conversation.Snooze(now.AddDays(1));
        else
            conversation.Close(now, User);
    }

    private static string EffectOn(Conversation conversation)
    {
        Assert.Contains(conversation.WaitingSince, (DateTimeOffset?[])[null, Later]);
        Assert.Equal(conversation.WaitingSince, conversation.LastIncomingAt);
        Assert.Equal(conversation.FirstReplyAt, conversation.LastOutgoingAt);
        return (conversation.WaitingSince is null ? "" : "waits from then, ")
            + (conversation.FirstReplyAt is null ? "" : "replied then, ")
            + $"{conversation.UnreadCount} unread";
    }
}
