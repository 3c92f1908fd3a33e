using AchieveApex.Domain.Tags;

namespace AchieveApex.Application.Tags;

[Requires<Tagging>(Access.View)]
public sealed record ListTaggings : List<Tagging, TaggingView>;

[Requires<Tagging>(Access.View)]
public sealed record GetTagging(RecordId Id) : Get<Tagging, TaggingView>(Id);

[Requires<Tagging>(Access.Create)]
public sealed record CreateTagging(Input<TaggingFields> Input) : Create<Tagging, TaggingFields, TaggingView>(Input);

[Requires<Tagging>(Access.Update)]
public sealed record ReplaceTagging(RecordId Id, Input<TaggingFields> Input) : Replace<Tagging, TaggingFields, TaggingView>(Id, Input);

[Requires<Tagging>(Access.Update)]
public sealed record PatchTagging(RecordId Id, Input<TaggingFields> Input) : Patch<Tagging, TaggingFields, TaggingView>(Id, Input);

[Requires<Tagging>(Access.Delete)]
public sealed record RemoveTagging(RecordId Id) : Remove<Tagging, TaggingView>(Id);
