using AchieveApex.Domain.Conversations;

namespace AchieveApex.Application.Conversations;

[Requires<Message>(Access.View)]
public sealed record ListMessages : List<Message, MessageView>;

[Requires<Message>(Access.View)]
public sealed record GetMessage(RecordId Id) : Get<Message, MessageView>(Id);

[Requires<Message>(Access.Create)]
public sealed record CreateMessage(Input<MessageFields> Input) : Create<Message, MessageFields, MessageView>(Input);
