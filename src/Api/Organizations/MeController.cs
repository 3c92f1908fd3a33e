using AchieveApex.Api.Resources;
using AchieveApex.Application.Organizations;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Organizations;

/// <summary>The caller.</summary>
[Route("me")]
public sealed class MeController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Tells the key's organization, user and effective permissions.</summary>
    [HttpGet]
    public Task<ActionResult<Me>> Get(CancellationToken cancellationToken) => Send(new GetMe(), cancellationToken);
}
