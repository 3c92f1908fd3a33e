using AchieveApex.Application.Deals;

namespace AchieveApex.Api.Deals;

/// <summary>The ways that deals have gone through their stages.</summary>
public sealed class StageChangesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists changes of stage.</summary>
    [HttpGet]
    public Task<ActionResult<Page<StageChangeView>>> List() => Send(new ListStageChanges());

    /// <summary>Reads a change of stage.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<StageChangeView>> Get(RecordId id) => Send(new GetStageChange(id));
}
