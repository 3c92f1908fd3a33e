using AchieveApex.Api.Resources;
using AchieveApex.Application.Gadgets;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Stray;

[Breaks("A_controllers_path_is_its_resources_name")]
[Breaks("The_kernel_knows_no_module")]
[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
[Breaks("A_controller_sends_requests_of_its_own_folder")]
public sealed class StrayController(IMediator mediator) : ApiController(mediator)
{
    [HttpGet("{id}")]
    public Task<ActionResult<GadgetView>> Get(RecordId id) => Send(new GetGadget(id));
}
