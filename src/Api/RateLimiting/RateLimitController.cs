using AchieveApex.Api.Resources;
using AchieveApex.Application.RateLimiting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.RateLimiting;

/// <summary>The organization's rate limit.</summary>
[Route("rate-limit")]
public sealed class RateLimitController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Tells how much of the rate limit is used. Free: it is not counted itself.</summary>
    [HttpGet, FreeOfCharge]
    public Task<ActionResult<RateLimitState>> Get(CancellationToken cancellationToken) => Send(new GetRateLimit(), cancellationToken);
}
