using AchieveApex.Application.Widgets;

namespace AchieveApex.Api.Widgets;

/// <summary>Says what they are.</summary>
public sealed class GadgetsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists them.</summary>
    [HttpGet]
    public Task<ActionResult<Page<GadgetView>>> List() => Send(new ListGadgets());

    /// <summary>Reads one.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<GadgetView>> Get(RecordId id) => Send(new GetGadget(id));

    /// <summary>Creates one.</summary>
    [HttpPost]
    public Task<ActionResult<GadgetView>> Create(Input<GadgetFields> input) => SendNew(new CreateGadget(input));

    /// <summary>Replaces what a client may write on one.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<GadgetView>> Replace(RecordId id, Input<GadgetFields> input) => Send(new ReplaceGadget(id, input));

    /// <summary>Changes some fields of one.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<GadgetView>> Patch(RecordId id, Input<GadgetFields> input) => Send(new PatchGadget(id, input));

    /// <summary>Removes one.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<GadgetView>> Remove(RecordId id) => Send(new RemoveGadget(id));
}
