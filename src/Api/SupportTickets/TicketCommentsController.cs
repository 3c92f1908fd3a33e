using AchieveApex.Application.SupportTickets;

namespace AchieveApex.Api.SupportTickets;

/// <summary>What was said on support tickets. Nothing that was said is changed.</summary>
public sealed class TicketCommentsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists comments of tickets.</summary>
    [HttpGet]
    public Task<ActionResult<Page<TicketCommentView>>> List() => Send(new ListTicketComments());

    /// <summary>Reads a comment of a ticket.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<TicketCommentView>> Get(RecordId id) => Send(new GetTicketComment(id));

    /// <summary>Creates a comment of a ticket.</summary>
    [HttpPost]
    public Task<ActionResult<TicketCommentView>> Create(Input<TicketCommentFields> input) => SendNew(new CreateTicketComment(input));
}
