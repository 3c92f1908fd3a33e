using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Requires<Deal>(Access.View)]
public sealed record ListDeals : List<Deal, DealView>;

[Requires<Deal>(Access.View)]
public sealed record GetDeal(RecordId Id) : Get<Deal, DealView>(Id);

[Requires<Deal>(Access.Create)]
public sealed record CreateDeal(Input<DealFields> Input) : Create<Deal, DealFields, DealView>(Input);

[Requires<Deal>(Access.Update)]
public sealed record ReplaceDeal(RecordId Id, Input<DealFields> Input) : Replace<Deal, DealFields, DealView>(Id, Input);

[Requires<Deal>(Access.Update)]
public sealed record PatchDeal(RecordId Id, Input<DealFields> Input) : Patch<Deal, DealFields, DealView>(Id, Input);

[Requires<Deal>(Access.Delete)]
public sealed record RemoveDeal(RecordId Id) : Remove<Deal, DealView>(Id);

[Requires<Deal>(Access.View)]
public sealed record GetDealTimeline(RecordId Id) : Timeline<Deal>(Id);
