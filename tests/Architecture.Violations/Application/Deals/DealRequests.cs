using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Breaks("A_request_has_one_handler")]
[Requires<Deal>(Access.View)]
public sealed record GetDeal(RecordId Id) : Get<Deal, DealView>(Id);

[Breaks("A_request_has_one_handler")]
[Breaks("Every_CRUD_request_is_reached_by_a_route")]
[Requires<Deal>(Access.View)]
public sealed record ListDeals : List<Deal, DealView>;
