using AchieveApex.Application.Deals;

namespace AchieveApex.Api.Deals;

/// <summary>The steps of pipelines.</summary>
public sealed class StagesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists stages.</summary>
    [HttpGet]
    public Task<ActionResult<Page<StageView>>> List() => Send(new ListStages());

    /// <summary>Reads a stage.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<StageView>> Get(RecordId id) => Send(new GetStage(id));

    /// <summary>Creates a stage.</summary>
    [HttpPost]
    public Task<ActionResult<StageView>> Create(Input<StageFields> input) => SendNew(new CreateStage(input));

    /// <summary>Replaces what a client may write on a stage.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<StageView>> Replace(RecordId id, Input<StageFields> input) => Send(new ReplaceStage(id, input));

    /// <summary>Changes some fields of a stage.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<StageView>> Patch(RecordId id, Input<StageFields> input) => Send(new PatchStage(id, input));

    /// <summary>Removes a stage.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<StageView>> Remove(RecordId id) => Send(new RemoveStage(id));
}
