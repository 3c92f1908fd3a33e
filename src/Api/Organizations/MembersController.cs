using AchieveApex.Application.Organizations;

namespace AchieveApex.Api.Organizations;

/// <summary>Who belongs to the organization.</summary>
public sealed class MembersController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists members.</summary>
    [HttpGet]
    public Task<ActionResult<Page<MemberView>>> List() => Send(new ListMembers());

    /// <summary>Reads a member.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<MemberView>> Get(RecordId id) => Send(new GetMember(id));

    /// <summary>Takes a user into the organization.</summary>
    [HttpPost]
    public Task<ActionResult<MemberView>> Create(Input<NewMemberFields> input) => SendNew(new CreateMember(input));

    /// <summary>Changes some fields of a member.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<MemberView>> Patch(RecordId id, Input<MemberFields> input) => Send(new PatchMember(id, input));
}
