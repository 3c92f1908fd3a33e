using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

/// <summary>What a client may write on a deal.</summary>
/// <param name="Name">1 to 255 characters.</param>
/// <param name="Amount">What it is about, in the currency; required with it.</param>
/// <param name="Currency">A code of ISO 4217.</param>
/// <param name="PipelineId">Left out, it is that of the stage. Another one puts the deal into its first stage, unless a stage is named.</param>
/// <param name="StageId">Left out, a new deal begins in the first stage of the first pipeline, and one that is there stays where it is.</param>
/// <param name="Probability">How likely it is won, in percent; left out, it is the stage's.</param>
/// <param name="LostReason">Required where the stage is lost, and nowhere else.</param>
/// <param name="ExpectedCloseDate">The day on which it is expected to be won.</param>
/// <param name="Type">What it is to the customer.</param>
/// <param name="Priority">How much it matters.</param>
/// <param name="NextStep">What has to be done next.</param>
/// <param name="Description">Anything else.</param>
/// <param name="CompanyId">The company that would buy.</param>
/// <param name="ContactId">The contact that it is mainly about; others are deal contacts.</param>
/// <param name="OwnerId">A member, by user id.</param>
public sealed record DealFields(
    string? Name = null,
    decimal? Amount = null,
    string? Currency = null,
    long? PipelineId = null,
    long? StageId = null,
    int? Probability = null,
    string? LostReason = null,
    DateOnly? ExpectedCloseDate = null,
    DealType? Type = null,
    DealPriority? Priority = null,
    string? NextStep = null,
    string? Description = null,
    long? CompanyId = null,
    long? ContactId = null,
    long? OwnerId = null
) : RecordFields;

internal sealed class DealFieldsValidator : RecordFieldsValidator<DealFields>
{
    public DealFieldsValidator()
    {
        RuleFor(deal => deal.Name).NotEmpty().MaximumLength(255);
        RuleFor(deal => deal.Amount).GreaterThanOrEqualTo(0);
        RuleFor(deal => deal.Currency).Currency();
        WithCurrency(deal => deal.Amount, deal => deal.Currency);
        RuleFor(deal => deal.Probability).InclusiveBetween(0, Stage.Certain);
        RuleFor(deal => deal.LostReason)
            .Length(1, 255)
            .Must((deal, reason) => reason is null || deal.StageId is not null)
            .WithMessage("can only be given with stage_id")
            .WithErrorCode(FieldFormats.SeveralFields);
        RuleFor(deal => deal.NextStep).MaximumLength(255);
        RuleFor(deal => deal.Description).MaximumLength(5000);
    }
}

/// <summary>A deal as it is read.</summary>
public sealed record DealView : RecordView
{
    public string Name { get; init; } = "";
    public decimal? Amount { get; init; }
    public string? Currency { get; init; }

    /// <summary>How likely it is won, in percent.</summary>
    public int? Probability { get; init; }

    /// <summary>The amount times the probability.</summary>
    public decimal? WeightedAmount { get; init; }
    public long PipelineId { get; init; }
    public long StageId { get; init; }

    /// <summary>The type of its stage.</summary>
    public StageType Status { get; init; }

    /// <summary>When it came into its stage.</summary>
    public DateTimeOffset StageChangedAt { get; init; }

    /// <summary>When it was won or lost.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
    public string? LostReason { get; init; }
    public DateOnly? ExpectedCloseDate { get; init; }
    public DealType? Type { get; init; }
    public DealPriority? Priority { get; init; }
    public string? NextStep { get; init; }
    public string? Description { get; init; }
    public long? CompanyId { get; init; }
    public long? ContactId { get; init; }
    public long? OwnerId { get; init; }
}

internal sealed record DealResource() : Resource<Deal>("deals", IsSearched: true);
