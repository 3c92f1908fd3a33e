using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

/// <summary>What a client may write on a pipeline.</summary>
public sealed record PipelineFields(string? Name = null, int DisplayOrder = 0) : RecordFields;

internal sealed class PipelineFieldsValidator : RecordFieldsValidator<PipelineFields>
{
    public PipelineFieldsValidator()
    {
        RuleFor(pipeline => pipeline.Name).NotEmpty().MaximumLength(100);
        RuleFor(pipeline => pipeline.DisplayOrder).InclusiveBetween(0, 1000);
    }
}

/// <summary>A pipeline as it is read.</summary>
public sealed record PipelineView : RecordView
{
    public string Name { get; init; } = "";
    public int DisplayOrder { get; init; }
}

internal sealed record PipelineResource() : Resource<Pipeline>("pipelines");
