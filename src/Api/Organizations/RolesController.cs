using AchieveApex.Application.Organizations;

namespace AchieveApex.Api.Organizations;

/// <summary>What members may do.</summary>
public sealed class RolesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists roles.</summary>
    [HttpGet]
    public Task<ActionResult<Page<RoleView>>> List() => Send(new ListRoles());

    /// <summary>Reads a role.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<RoleView>> Get(RecordId id) => Send(new GetRole(id));

    /// <summary>Creates a role.</summary>
    [HttpPost]
    public Task<ActionResult<RoleView>> Create(Input<RoleFields> input) => SendNew(new CreateRole(input));

    /// <summary>Replaces what a client may write on a role.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<RoleView>> Replace(RecordId id, Input<RoleFields> input) => Send(new ReplaceRole(id, input));

    /// <summary>Changes some fields of a role.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<RoleView>> Patch(RecordId id, Input<RoleFields> input) => Send(new PatchRole(id, input));

    /// <summary>Removes a role.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<RoleView>> Remove(RecordId id) => Send(new RemoveRole(id));
}
