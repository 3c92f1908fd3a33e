using AchieveApex.Application.Conversations;

namespace AchieveApex.Api.Conversations;

/// <summary>What was said in conversations. Messages stay as they were said.</summary>
public sealed class MessagesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists messages.</summary>
    [HttpGet]
    public Task<ActionResult<Page<MessageView>>> List() => Send(new ListMessages());

    /// <summary>Reads a message.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<MessageView>> Get(RecordId id) => Send(new GetMessage(id));

    /// <summary>Adds a message to its conversation. One that comes in opens what is snoozed or closed.</summary>
    [HttpPost]
    public Task<ActionResult<MessageView>> Create(Input<MessageFields> input) => SendNew(new CreateMessage(input));
}
