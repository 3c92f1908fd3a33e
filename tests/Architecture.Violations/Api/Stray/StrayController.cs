using AchieveApex.Api.Resources;
using AchieveApex.Application.Deals;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Stray;

[Breaks("A_controller_sends_requests_of_its_own_folder")]
public sealed class StrayController(IMediator mediator) : ApiController(mediator)
{
    [HttpGet("{id}")]
    public Task<ActionResult<DealView>> Get(RecordId id) => Send(new GetDeal(id));
}
