using AchieveApex.Application.Merges;
using AchieveApex.Application.Resources.Shapes;

namespace AchieveApex.Api.Merges;

/// <summary>The records that went on in others.</summary>
public sealed class MergesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists merges.</summary>
    [HttpGet]
    public Task<ActionResult<Page<MergeView>>> List() => Send(new ListMerges());

    /// <summary>Reads a merge.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<MergeView>> Get(RecordId id) => Send(new GetMerge(id));

    /// <summary>Undoes a merge: the record is there again, and what referred to it refers to it.</summary>
    [HttpPost("{id}/undo")]
    public Task<ActionResult<MergeView>> Undo(RecordId id, Input<NoFields> input) => Send(new UndoMerge(id, input));
}
