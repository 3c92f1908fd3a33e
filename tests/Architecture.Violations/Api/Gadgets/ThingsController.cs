using AchieveApex.Api.Resources;
using AchieveApex.Application.Gadgets;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Gadgets;

[Breaks("A_controllers_path_is_its_resources_name")]
public sealed class ThingsController(IMediator mediator) : ApiController(mediator)
{
    [HttpGet("{id}")]
    public Task<ActionResult<GadgetView>> Get(RecordId id) => Send(new GetGadget(id));
}
