using AchieveApex.Application.Tags;

namespace AchieveApex.Api.Tags;

/// <summary>What records can be marked with.</summary>
public sealed class TagsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists tags.</summary>
    [HttpGet]
    public Task<ActionResult<Page<TagView>>> List() => Send(new ListTags());

    /// <summary>Reads a tag.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<TagView>> Get(RecordId id) => Send(new GetTag(id));

    /// <summary>Creates a tag.</summary>
    [HttpPost]
    public Task<ActionResult<TagView>> Create(Input<TagFields> input) => SendNew(new CreateTag(input));

    /// <summary>Replaces what a client may write on a tag.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<TagView>> Replace(RecordId id, Input<TagFields> input) => Send(new ReplaceTag(id, input));

    /// <summary>Changes some fields of a tag.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<TagView>> Patch(RecordId id, Input<TagFields> input) => Send(new PatchTag(id, input));

    /// <summary>Removes a tag.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<TagView>> Remove(RecordId id) => Send(new RemoveTag(id));
}
