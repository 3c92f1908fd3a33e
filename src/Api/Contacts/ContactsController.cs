using AchieveApex.Api.Resources;
using AchieveApex.Application.Contacts;
using AchieveApex.Application.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Contacts;

/// <summary>The people that the organization deals with.</summary>
[Route("contacts")]
public sealed class ContactsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists contacts.</summary>
    [HttpGet]
    public Task<ActionResult<Page<ContactView>>> List(ListQuery query, CancellationToken cancellationToken) =>
        Send(new ListContacts(query), cancellationToken);

    /// <summary>Reads a contact.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<ContactView>> Get(RecordId id, ListQuery query, CancellationToken cancellationToken) =>
        Send(new GetContact(id) { Query = query }, cancellationToken);

    /// <summary>Creates a contact.</summary>
    [HttpPost]
    public Task<ActionResult<ContactView>> Create(Input<ContactFields> input, ListQuery query, CancellationToken cancellationToken) =>
        SendNew(new CreateContact(input) { Query = query }, cancellationToken);

    /// <summary>Replaces what a client may write on a contact.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<ContactView>> Replace(
        RecordId id,
        Input<ContactFields> input,
        ListQuery query,
        CancellationToken cancellationToken
    ) => Send(new ReplaceContact(id, input) { Query = query }, cancellationToken);

    /// <summary>Changes some fields of a contact.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<ContactView>> Patch(
        RecordId id,
        Input<ContactFields> input,
        ListQuery query,
        CancellationToken cancellationToken
    ) => Send(new PatchContact(id, input) { Query = query }, cancellationToken);

    /// <summary>Removes a contact.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<ContactView>> Remove(RecordId id, ListQuery query, CancellationToken cancellationToken) =>
        Send(new RemoveContact(id) { Query = query }, cancellationToken);
}
