using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

/// <summary>What a client may write on a stage.</summary>
/// <param name="PipelineId">The pipeline that it belongs to; required.</param>
/// <param name="Name">1 to 100 characters, unique within the pipeline.</param>
/// <param name="DisplayOrder">Stages are shown from the lowest to the highest.</param>
/// <param name="Type">What it makes of the deals in it.</param>
/// <param name="Probability">How likely a deal in it is won, in percent: 100 where it is won, 0 where it is lost.</param>
public sealed record StageFields(
    long? PipelineId = null,
    string? Name = null,
    int DisplayOrder = 0,
    StageType Type = StageType.Open,
    int? Probability = null
) : RecordFields;

internal sealed class StageFieldsValidator : RecordFieldsValidator<StageFields>
{
    public StageFieldsValidator()
    {
        RuleFor(stage => stage.PipelineId).NotNull();
        RuleFor(stage => stage.Name).NotEmpty().MaximumLength(100);
        RuleFor(stage => stage.DisplayOrder).InclusiveBetween(0, 1000);
        RuleFor(stage => stage.Probability).InclusiveBetween(0, Stage.Certain);
        RuleFor(stage => stage.Probability)
            .Must((stage, probability) => stage.Type != StageType.Won || probability is null or Stage.Certain)
            .WithMessage($"must be {Stage.Certain} where deals are won")
            .WithErrorCode(FieldFormats.SeveralFields)
            .Must((stage, probability) => stage.Type != StageType.Lost || probability is null or 0)
            .WithMessage("must be 0 where deals are lost")
            .WithErrorCode(FieldFormats.SeveralFields);
    }
}

/// <summary>A stage as it is read.</summary>
public sealed record StageView : RecordView
{
    public long PipelineId { get; init; }
    public string Name { get; init; } = "";
    public int DisplayOrder { get; init; }
    public StageType Type { get; init; }
    public int Probability { get; init; }
}

internal sealed record StageResource() : Resource<Stage>("stages");
