using AchieveApex.Domain.Conversations;

namespace AchieveApex.Application.Conversations;

[Requires<Conversation>(Access.View)]
public sealed record ListConversations : List<Conversation, ConversationView>;

[Requires<Conversation>(Access.View)]
public sealed record GetConversation(RecordId Id) : Get<Conversation, ConversationView>(Id);

[Requires<Conversation>(Access.Create)]
public sealed record CreateConversation(Input<ConversationFields> Input)
    : Create<Conversation, ConversationFields, ConversationView>(Input);

[Requires<Conversation>(Access.Update)]
public sealed record ReplaceConversation(RecordId Id, Input<ConversationFields> Input)
    : Replace<Conversation, ConversationFields, ConversationView>(Id, Input);

[Requires<Conversation>(Access.Update)]
public sealed record PatchConversation(RecordId Id, Input<ConversationFields> Input)
    : Patch<Conversation, ConversationFields, ConversationView>(Id, Input);

[Requires<Conversation>(Access.Delete)]
public sealed record RemoveConversation(RecordId Id) : Remove<Conversation, ConversationView>(Id);
