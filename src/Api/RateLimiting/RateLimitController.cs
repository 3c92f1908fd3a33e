using AchieveApex.Application.RateLimiting;

namespace AchieveApex.Api.RateLimiting;

/// <summary>The organization's rate limit.</summary>
public sealed class RateLimitController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Tells how much of the rate limit is used. Free: it is not counted itself.</summary>
    [HttpGet, FreeOfCharge]
    public Task<ActionResult<RateLimitState>> Get() => Send(new GetRateLimit());
}
