using AchieveApex.Application.Conversations;
using AchieveApex.Application.Resources.Shapes;

namespace AchieveApex.Api.Conversations;

/// <summary>What contacts and the organization write to each other about.</summary>
public sealed class ConversationsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists conversations.</summary>
    [HttpGet]
    public Task<ActionResult<Page<ConversationView>>> List() => Send(new ListConversations());

    /// <summary>Reads a conversation.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<ConversationView>> Get(RecordId id) => Send(new GetConversation(id));

    /// <summary>Creates a conversation.</summary>
    [HttpPost]
    public Task<ActionResult<ConversationView>> Create(Input<ConversationFields> input) => SendNew(new CreateConversation(input));

    /// <summary>Replaces what a client may write on a conversation.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<ConversationView>> Replace(RecordId id, Input<ConversationFields> input) =>
        Send(new ReplaceConversation(id, input));

    /// <summary>Changes some fields of a conversation.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<ConversationView>> Patch(RecordId id, Input<ConversationFields> input) =>
        Send(new PatchConversation(id, input));

    /// <summary>Removes a conversation with its messages.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<ConversationView>> Remove(RecordId id) => Send(new RemoveConversation(id));

    /// <summary>Puts a conversation aside until somebody else has done something.</summary>
    [HttpPost("{id}/pend")]
    public Task<ActionResult<ConversationView>> Pend(RecordId id, Input<NoFields> input) => Send(new PendConversation(id, input));

    /// <summary>Puts a conversation aside until a time has come.</summary>
    [HttpPost("{id}/snooze")]
    public Task<ActionResult<ConversationView>> Snooze(RecordId id, Input<SnoozeFields> input) => Send(new SnoozeConversation(id, input));

    /// <summary>Closes a conversation.</summary>
    [HttpPost("{id}/close")]
    public Task<ActionResult<ConversationView>> Close(RecordId id, Input<NoFields> input) => Send(new CloseConversation(id, input));

    /// <summary>Opens a conversation that is pending, snoozed or closed.</summary>
    [HttpPost("{id}/reopen")]
    public Task<ActionResult<ConversationView>> Reopen(RecordId id, Input<NoFields> input) => Send(new ReopenConversation(id, input));

    /// <summary>Notes that the messages of a conversation were read.</summary>
    [HttpPost("{id}/mark-read")]
    public Task<ActionResult<ConversationView>> MarkRead(RecordId id, Input<NoFields> input) => Send(new MarkConversationRead(id, input));
}
