using AchieveApex.Api.Resources;
using AchieveApex.Application.Organizations;
using AchieveApex.Application.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Organizations;

/// <summary>What members may do.</summary>
[Route("roles")]
public sealed class RolesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists roles.</summary>
    [HttpGet]
    public Task<ActionResult<Page<RoleView>>> List(ListQuery query, CancellationToken cancellationToken) =>
        Send(new ListRoles(query), cancellationToken);

    /// <summary>Reads a role.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<RoleView>> Get(RecordId id, ListQuery query, CancellationToken cancellationToken) =>
        Send(new GetRole(id) { Query = query }, cancellationToken);

    /// <summary>Creates a role.</summary>
    [HttpPost]
    public Task<ActionResult<RoleView>> Create(Input<RoleFields> input, ListQuery query, CancellationToken cancellationToken) =>
        SendNew(new CreateRole(input) { Query = query }, cancellationToken);

    /// <summary>Replaces what a client may write on a role.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<RoleView>> Replace(
        RecordId id,
        Input<RoleFields> input,
        ListQuery query,
        CancellationToken cancellationToken
    ) => Send(new ReplaceRole(id, input) { Query = query }, cancellationToken);

    /// <summary>Changes some fields of a role.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<RoleView>> Patch(RecordId id, Input<RoleFields> input, ListQuery query, CancellationToken cancellationToken) =>
        Send(new PatchRole(id, input) { Query = query }, cancellationToken);

    /// <summary>Removes a role.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<RoleView>> Remove(RecordId id, ListQuery query, CancellationToken cancellationToken) =>
        Send(new RemoveRole(id) { Query = query }, cancellationToken);
}
