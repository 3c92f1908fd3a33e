using AchieveApex.Application.Resources.Shapes;
using AchieveApex.Application.SupportTickets;

namespace AchieveApex.Api.SupportTickets;

/// <summary>What contacts ask for help with.</summary>
public sealed class SupportTicketsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists support tickets.</summary>
    [HttpGet]
    public Task<ActionResult<Page<SupportTicketView>>> List() => Send(new ListSupportTickets());

    /// <summary>Reads a support ticket.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<SupportTicketView>> Get(RecordId id) => Send(new GetSupportTicket(id));

    /// <summary>Creates a support ticket.</summary>
    [HttpPost]
    public Task<ActionResult<SupportTicketView>> Create(Input<SupportTicketFields> input) => SendNew(new CreateSupportTicket(input));

    /// <summary>Replaces what a client may write on a support ticket.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<SupportTicketView>> Replace(RecordId id, Input<SupportTicketFields> input) =>
        Send(new ReplaceSupportTicket(id, input));

    /// <summary>Changes some fields of a support ticket.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<SupportTicketView>> Patch(RecordId id, Input<SupportTicketFields> input) =>
        Send(new PatchSupportTicket(id, input));

    /// <summary>Makes a support ticket that goes on from a closed one, and answers with it.</summary>
    [HttpPost("{id}/follow-up")]
    public Task<ActionResult<SupportTicketView>> FollowUp(RecordId id, Input<FollowUpFields> input) =>
        Send(new FollowUpSupportTicket(id, input));

    /// <summary>Closes a support ticket and lets another go on in its place, with its comments and a note.</summary>
    [HttpPost("{id}/merge")]
    public Task<ActionResult<SupportTicketView>> Merge(RecordId id, Input<IntoFields> input) => Send(new MergeSupportTicket(id, input));
}
