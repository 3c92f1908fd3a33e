using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

/// <summary>Wins an open deal.</summary>
[Requires<Deal>(Access.Update)]
public sealed record WinDeal(RecordId Id, Input<WinFields> Input) : Act<Deal, WinFields, DealView>(Id, Input);

/// <param name="StageId">A stage of the type won; left out, it is the first of the deal's pipeline.</param>
public sealed record WinFields(long? StageId = null);

internal sealed class WinFieldsValidator : AbstractValidator<WinFields>;

internal sealed class WinDealHandler(Editor<Deal> editor, IDatabase db) : ActHandler<WinDeal, Deal, WinFields, DealView>(editor)
{
    protected override Task Do(Deal deal, WinFields fields, CancellationToken cancellationToken) =>
        db.NameStage(deal, StageType.Won, fields.StageId, cancellationToken);
}

/// <summary>Gives up an open deal.</summary>
[Requires<Deal>(Access.Update)]
public sealed record LoseDeal(RecordId Id, Input<LoseFields> Input) : Act<Deal, LoseFields, DealView>(Id, Input);

/// <param name="LostReason">Why, in 1 to 255 characters; required.</param>
/// <param name="StageId">A stage of the type lost; left out, it is the first of the deal's pipeline.</param>
public sealed record LoseFields(string? LostReason = null, long? StageId = null);

internal sealed class LoseFieldsValidator : AbstractValidator<LoseFields>
{
    public LoseFieldsValidator() => RuleFor(loss => loss.LostReason).NotEmpty().MaximumLength(255);
}

internal sealed class LoseDealHandler(Editor<Deal> editor, IDatabase db) : ActHandler<LoseDeal, Deal, LoseFields, DealView>(editor)
{
    protected override Task Do(Deal deal, LoseFields fields, CancellationToken cancellationToken)
    {
        deal.LostReason = fields.LostReason;
        return db.NameStage(deal, StageType.Lost, fields.StageId, cancellationToken);
    }
}

/// <summary>Opens a closed deal again. The way that it has gone is kept.</summary>
[Requires<Deal>(Access.Update)]
public sealed record ReopenDeal(RecordId Id, Input<ReopenFields> Input) : Act<Deal, ReopenFields, DealView>(Id, Input);

/// <param name="StageId">A stage of the type open; left out, it is the one that the deal was closed from, or else the first of its pipeline.</param>
public sealed record ReopenFields(long? StageId = null);

internal sealed class ReopenFieldsValidator : AbstractValidator<ReopenFields>;

internal sealed class ReopenDealHandler(Editor<Deal> editor, IDatabase db) : ActHandler<ReopenDeal, Deal, ReopenFields, DealView>(editor)
{
    protected override async Task Do(Deal deal, ReopenFields fields, CancellationToken cancellationToken) =>
        await db.NameStage(deal, StageType.Open, fields.StageId ?? await db.LastOpenStage(deal, cancellationToken), cancellationToken);
}

/// <summary>Puts a deal into another stage, of any pipeline.</summary>
[Requires<Deal>(Access.Update)]
public sealed record MoveDeal(RecordId Id, Input<MoveFields> Input) : Move<Deal, MoveFields, DealView>(Id, Input)
{
    public override void Make(Deal deal, DateTimeOffset now, Caller caller) =>
        (deal.StageId, deal.LostReason) = (Input.Fields.StageId!.Value, Input.Fields.LostReason ?? deal.LostReason);
}

/// <param name="StageId">The stage; required.</param>
/// <param name="LostReason">Why, in 1 to 255 characters; required where the stage is lost, and nowhere else.</param>
public sealed record MoveFields(long? StageId = null, string? LostReason = null);

internal sealed class MoveFieldsValidator : AbstractValidator<MoveFields>
{
    public MoveFieldsValidator()
    {
        RuleFor(move => move.StageId).NotNull();
        RuleFor(move => move.LostReason).Length(1, 255);
    }
}
