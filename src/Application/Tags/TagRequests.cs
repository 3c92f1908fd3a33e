using AchieveApex.Domain.Tags;

namespace AchieveApex.Application.Tags;

[Requires<Tag>(Access.View)]
public sealed record ListTags : List<Tag, TagView>;

[Requires<Tag>(Access.View)]
public sealed record GetTag(RecordId Id) : Get<Tag, TagView>(Id);

[Requires<Tag>(Access.Create)]
public sealed record CreateTag(Input<TagFields> Input) : Create<Tag, TagFields, TagView>(Input);

[Requires<Tag>(Access.Update)]
public sealed record ReplaceTag(RecordId Id, Input<TagFields> Input) : Replace<Tag, TagFields, TagView>(Id, Input);

[Requires<Tag>(Access.Update)]
public sealed record PatchTag(RecordId Id, Input<TagFields> Input) : Patch<Tag, TagFields, TagView>(Id, Input);

[Requires<Tag>(Access.Delete)]
public sealed record RemoveTag(RecordId Id) : Remove<Tag, TagView>(Id);
