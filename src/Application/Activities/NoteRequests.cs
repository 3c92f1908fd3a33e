using AchieveApex.Domain.Activities;

namespace AchieveApex.Application.Activities;

[Requires<Note>(Access.View)]
public sealed record ListNotes : List<Note, NoteView>;

[Requires<Note>(Access.View)]
public sealed record GetNote(RecordId Id) : Get<Note, NoteView>(Id);

[Requires<Note>(Access.Create)]
public sealed record CreateNote(Input<NoteFields> Input) : Create<Note, NoteFields, NoteView>(Input);

[Requires<Note>(Access.Update)]
public sealed record ReplaceNote(RecordId Id, Input<NoteFields> Input) : Replace<Note, NoteFields, NoteView>(Id, Input);

[Requires<Note>(Access.Update)]
public sealed record PatchNote(RecordId Id, Input<NoteFields> Input) : Patch<Note, NoteFields, NoteView>(Id, Input);

[Requires<Note>(Access.Delete)]
public sealed record RemoveNote(RecordId Id) : Remove<Note, NoteView>(Id);
