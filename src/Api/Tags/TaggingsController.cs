using AchieveApex.Application.Tags;

namespace AchieveApex.Api.Tags;

/// <summary>Which records are marked with which tags.</summary>
public sealed class TaggingsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists taggings.</summary>
    [HttpGet]
    public Task<ActionResult<Page<TaggingView>>> List() => Send(new ListTaggings());

    /// <summary>Reads a tagging.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<TaggingView>> Get(RecordId id) => Send(new GetTagging(id));

    /// <summary>Creates a tagging.</summary>
    [HttpPost]
    public Task<ActionResult<TaggingView>> Create(Input<TaggingFields> input) => SendNew(new CreateTagging(input));

    /// <summary>Replaces what a client may write on a tagging.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<TaggingView>> Replace(RecordId id, Input<TaggingFields> input) => Send(new ReplaceTagging(id, input));

    /// <summary>Changes some fields of a tagging.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<TaggingView>> Patch(RecordId id, Input<TaggingFields> input) => Send(new PatchTagging(id, input));

    /// <summary>Removes a tagging.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<TaggingView>> Remove(RecordId id) => Send(new RemoveTagging(id));
}
