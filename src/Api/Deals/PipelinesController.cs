using AchieveApex.Application.Deals;

namespace AchieveApex.Api.Deals;

/// <summary>The ways that deals take.</summary>
public sealed class PipelinesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists pipelines.</summary>
    [HttpGet]
    public Task<ActionResult<Page<PipelineView>>> List() => Send(new ListPipelines());

    /// <summary>Reads a pipeline.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<PipelineView>> Get(RecordId id) => Send(new GetPipeline(id));

    /// <summary>Creates a pipeline.</summary>
    [HttpPost]
    public Task<ActionResult<PipelineView>> Create(Input<PipelineFields> input) => SendNew(new CreatePipeline(input));

    /// <summary>Replaces what a client may write on a pipeline.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<PipelineView>> Replace(RecordId id, Input<PipelineFields> input) => Send(new ReplacePipeline(id, input));

    /// <summary>Changes some fields of a pipeline.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<PipelineView>> Patch(RecordId id, Input<PipelineFields> input) => Send(new PatchPipeline(id, input));

    /// <summary>Removes a pipeline.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<PipelineView>> Remove(RecordId id) => Send(new RemovePipeline(id));
}
