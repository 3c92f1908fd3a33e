using AchieveApex.Api.Resources;
using AchieveApex.Application.Deals;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Deals;

[Breaks("A_controllers_path_is_its_resources_name")]
public sealed class ThingsController(IMediator mediator) : ApiController(mediator)
{
    [HttpGet("{id}")]
    public Task<ActionResult<DealView>> Get(RecordId id) => Send(new GetDeal(id));
}
