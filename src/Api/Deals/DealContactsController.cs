using AchieveApex.Application.Deals;

namespace AchieveApex.Api.Deals;

/// <summary>Those who have a part in deals.</summary>
public sealed class DealContactsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists contacts of deals.</summary>
    [HttpGet]
    public Task<ActionResult<Page<DealContactView>>> List() => Send(new ListDealContacts());

    /// <summary>Reads a contact of a deal.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<DealContactView>> Get(RecordId id) => Send(new GetDealContact(id));

    /// <summary>Creates a contact of a deal.</summary>
    [HttpPost]
    public Task<ActionResult<DealContactView>> Create(Input<DealContactFields> input) => SendNew(new CreateDealContact(input));

    /// <summary>Replaces what a client may write on a contact of a deal.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<DealContactView>> Replace(RecordId id, Input<DealContactFields> input) =>
        Send(new ReplaceDealContact(id, input));

    /// <summary>Changes some fields of a contact of a deal.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<DealContactView>> Patch(RecordId id, Input<DealContactFields> input) => Send(new PatchDealContact(id, input));

    /// <summary>Removes a contact of a deal.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<DealContactView>> Remove(RecordId id) => Send(new RemoveDealContact(id));
}
