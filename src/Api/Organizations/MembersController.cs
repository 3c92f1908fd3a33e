using AchieveApex.Api.Resources;
using AchieveApex.Application.Organizations;
using AchieveApex.Application.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Organizations;

/// <summary>Who belongs to the organization.</summary>
[Route("members")]
public sealed class MembersController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists members.</summary>
    [HttpGet]
    public Task<ActionResult<Page<MemberView>>> List(ListQuery query, CancellationToken cancellationToken) =>
        Send(new ListMembers(query), cancellationToken);

    /// <summary>Reads a member.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<MemberView>> Get(RecordId id, ListQuery query, CancellationToken cancellationToken) =>
        Send(new GetMember(id) { Query = query }, cancellationToken);

    /// <summary>Takes a user into the organization.</summary>
    [HttpPost]
    public Task<ActionResult<MemberView>> Create(Input<NewMemberFields> input, ListQuery query, CancellationToken cancellationToken) =>
        SendNew(new CreateMember(input) { Query = query }, cancellationToken);

    /// <summary>Changes some fields of a member.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<MemberView>> Patch(
        RecordId id,
        Input<MemberFields> input,
        ListQuery query,
        CancellationToken cancellationToken
    ) => Send(new PatchMember(id, input) { Query = query }, cancellationToken);
}
