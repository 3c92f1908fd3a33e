using AchieveApex.Application.Activities;

namespace AchieveApex.Api.Activities;

/// <summary>What members wrote down about records.</summary>
public sealed class NotesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists notes.</summary>
    [HttpGet]
    public Task<ActionResult<Page<NoteView>>> List() => Send(new ListNotes());

    /// <summary>Reads a note.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<NoteView>> Get(RecordId id) => Send(new GetNote(id));

    /// <summary>Creates a note.</summary>
    [HttpPost]
    public Task<ActionResult<NoteView>> Create(Input<NoteFields> input) => SendNew(new CreateNote(input));

    /// <summary>Replaces what a client may write on a note.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<NoteView>> Replace(RecordId id, Input<NoteFields> input) => Send(new ReplaceNote(id, input));

    /// <summary>Changes some fields of a note.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<NoteView>> Patch(RecordId id, Input<NoteFields> input) => Send(new PatchNote(id, input));

    /// <summary>Removes a note.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<NoteView>> Remove(RecordId id) => Send(new RemoveNote(id));
}
