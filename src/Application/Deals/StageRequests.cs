using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Requires<Stage>(Access.View)]
public sealed record ListStages : List<Stage, StageView>;

[Requires<Stage>(Access.View)]
public sealed record GetStage(RecordId Id) : Get<Stage, StageView>(Id);

[Requires<Stage>(Access.Create)]
public sealed record CreateStage(Input<StageFields> Input) : Create<Stage, StageFields, StageView>(Input);

[Requires<Stage>(Access.Update)]
public sealed record ReplaceStage(RecordId Id, Input<StageFields> Input) : Replace<Stage, StageFields, StageView>(Id, Input);

[Requires<Stage>(Access.Update)]
public sealed record PatchStage(RecordId Id, Input<StageFields> Input) : Patch<Stage, StageFields, StageView>(Id, Input);

[Requires<Stage>(Access.Delete)]
public sealed record RemoveStage(RecordId Id) : Remove<Stage, StageView>(Id);
