using AchieveApex.Application.Errors;
using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

/// <summary>Finds the stages that deals go to.</summary>
internal static class DealStages
{
    /// <summary>Names the stage of a type that a deal goes to; the rule of deals lets it in.</summary>
    /// <exception cref="DomainException">The deal cannot go there.</exception>
    public static async Task NameStage(this IDatabase db, Deal deal, StageType type, long? stageId, CancellationToken cancellationToken)
    {
        Deal.Transitions.Check(deal.Status, type);
        var stage = stageId is { } id
            ? await db.Stage(id, cancellationToken)
            : await db.FirstStage(deal.PipelineId, type, cancellationToken);
        deal.StageId =
            stage?.Type == type
                ? stage.Id
                : throw BadRequest.Invalid("stage_id", $"must be a stage of type {WireFormat.NameOf(type.ToString())}");
    }

    /// <exception cref="BadRequest">There is none.</exception>
    public static async Task<Stage> Stage(this IDatabase db, long id, CancellationToken cancellationToken) =>
        await db.First(db.Set<Stage>().Where(stage => stage.Id == id), cancellationToken) ?? throw BadRequest.NoRecord("stage_id");

    /// <summary>The first stage of a pipeline, of a type if it has to be of one; null when there is none.</summary>
    public static Task<Stage?> FirstStage(this IDatabase db, long pipelineId, StageType? type, CancellationToken cancellationToken) =>
        db.First(
            db.Set<Stage>()
                .Where(stage => stage.PipelineId == pipelineId && (type == null || stage.Type == type))
                .OrderBy(stage => stage.DisplayOrder)
                .ThenBy(stage => stage.Id),
            cancellationToken
        );

    /// <summary>The first stage of the first pipeline that has one.</summary>
    public static Task<Stage?> FirstStage(this IDatabase db, CancellationToken cancellationToken) =>
        db.First(
            from stage in db.Set<Stage>()
            join pipeline in db.Set<Pipeline>() on stage.PipelineId equals pipeline.Id
            orderby pipeline.DisplayOrder, pipeline.Id, stage.DisplayOrder, stage.Id
            select stage,
            cancellationToken
        );

    /// <summary>The stage that a closed deal was in when it was open, if that is still there and open.</summary>
    public static Task<long?> LastOpenStage(this IDatabase db, Deal deal, CancellationToken cancellationToken) =>
        db.First(
            from change in db.Set<StageChange>()
            join stage in db.Set<Stage>() on change.FromStageId equals stage.Id
            where change.DealId == deal.Id && stage.Type == StageType.Open
            orderby change.Id descending
            select (long?)stage.Id,
            cancellationToken
        );
}
