using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Requires<Pipeline>(Access.View)]
public sealed record ListPipelines : List<Pipeline, PipelineView>;

[Requires<Pipeline>(Access.View)]
public sealed record GetPipeline(RecordId Id) : Get<Pipeline, PipelineView>(Id);

[Requires<Pipeline>(Access.Create)]
public sealed record CreatePipeline(Input<PipelineFields> Input) : Create<Pipeline, PipelineFields, PipelineView>(Input);

[Requires<Pipeline>(Access.Update)]
public sealed record ReplacePipeline(RecordId Id, Input<PipelineFields> Input) : Replace<Pipeline, PipelineFields, PipelineView>(Id, Input);

[Requires<Pipeline>(Access.Update)]
public sealed record PatchPipeline(RecordId Id, Input<PipelineFields> Input) : Patch<Pipeline, PipelineFields, PipelineView>(Id, Input);

[Requires<Pipeline>(Access.Delete)]
public sealed record RemovePipeline(RecordId Id) : Remove<Pipeline, PipelineView>(Id);
