using AchieveApex.Application.Organizations;

namespace AchieveApex.Api.Organizations;

/// <summary>The caller.</summary>
public sealed class MeController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Tells the key's organization, user and effective permissions.</summary>
    [HttpGet]
    public Task<ActionResult<Me>> Get() => Send(new GetMe());
}
