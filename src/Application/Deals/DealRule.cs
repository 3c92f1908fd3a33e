using AchieveApex.Application.Errors;
using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

/// <summary>A deal is where its fields say, keeps the way that it has gone, and has a reason if it is lost.</summary>
internal sealed class DealRule(IDatabase db, TimeProvider clock) : IRule<Deal>
{
    public async Task Check(Deal deal, CancellationToken cancellationToken)
    {
        var before = db.Before(deal);
        if (await Entered(deal, before, cancellationToken) is { } stage)
            Enter(deal, before, stage);
        else
            (deal.PipelineId, deal.StageId) = (before!.PipelineId, before.StageId);

        if (deal.Probability is null)
            deal.Probability = (await db.Stage(deal.StageId, cancellationToken)).Probability;
        if (deal.Status == StageType.Lost && string.IsNullOrWhiteSpace(deal.LostReason))
            throw BadRequest.Invalid("lost_reason", "is required of a lost deal");
        if (deal.Status != StageType.Lost && deal.LostReason is not null)
            throw BadRequest.Invalid("lost_reason", "can only be given of a lost deal");
    }

    // Null: it stays where it is.
    private async Task<Stage?> Entered(Deal deal, Deal? before, CancellationToken cancellationToken)
    {
        var isOtherPipeline = deal.PipelineId != 0 && deal.PipelineId != before?.PipelineId;
        if (deal.StageId != 0 && deal.StageId != before?.StageId)
        {
            var stage = await db.Stage(deal.StageId, cancellationToken);
            return !isOtherPipeline || stage.PipelineId == deal.PipelineId
                ? stage
                : throw BadRequest.Invalid("pipeline_id", "is not the pipeline of the stage");
        }

        if (isOtherPipeline)
            return await db.FirstStage(deal.PipelineId, null, cancellationToken)
                ?? throw BadRequest.Invalid("pipeline_id", "names no pipeline of your organization that has a stage");
        return before is not null
            ? null
            : await db.FirstStage(cancellationToken)
                ?? throw BadRequest.Invalid("stage_id", "is required: your organization has no stage to begin in");
    }

    private void Enter(Deal deal, Deal? before, Stage stage)
    {
        var now = clock.GetUtcNow();
        deal.Enter(stage, now);
        if (before is null)
            return;

        // What was not said with the move is the new stage's.
        if (deal.Probability == before.Probability)
            deal.Probability = stage.Probability;
        db.Add(
            new StageChange
            {
                DealId = deal.Id,
                FromStageId = before.StageId,
                ToStageId = stage.Id,
                EnteredAt = before.StageChangedAt,
                Seconds = (long)(now - before.StageChangedAt).TotalSeconds,
            }
        );
    }
}
