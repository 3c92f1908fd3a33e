using AchieveApex.Application.Contacts;
using AchieveApex.Application.Resources.Shapes;

namespace AchieveApex.Api.Contacts;

/// <summary>The people that the organization deals with.</summary>
public sealed class ContactsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists contacts.</summary>
    [HttpGet]
    public Task<ActionResult<Page<ContactView>>> List() => Send(new ListContacts());

    /// <summary>Reads a contact.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<ContactView>> Get(RecordId id) => Send(new GetContact(id));

    /// <summary>Creates a contact.</summary>
    [HttpPost]
    public Task<ActionResult<ContactView>> Create(Input<ContactFields> input) => SendNew(new CreateContact(input));

    /// <summary>Replaces what a client may write on a contact.</summary>
    [HttpPut("{id}"), HttpPut("by-email/{email}")]
    public Task<ActionResult<ContactView>> Replace(RecordId id, Input<ContactFields> input) => Send(new ReplaceContact(id, input));

    /// <summary>Changes some fields of a contact.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<ContactView>> Patch(RecordId id, Input<ContactFields> input) => Send(new PatchContact(id, input));

    /// <summary>Removes a contact.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<ContactView>> Remove(RecordId id) => Send(new RemoveContact(id));

    /// <summary>Lets a contact go on in another, with all that refers to it, and answers with the other.</summary>
    [HttpPost("{id}/merge")]
    public Task<ActionResult<ContactView>> Merge(RecordId id, Input<IntoFields> input) => Send(new MergeContact(id, input));

    /// <summary>Tells what happened to a contact, and to what refers to it.</summary>
    [HttpGet("{id}/timeline")]
    public Task<ActionResult<TimelinePage>> Timeline(RecordId id) => Send(new GetContactTimeline(id));
}
