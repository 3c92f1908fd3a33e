using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Breaks("A_request_has_one_handler")]
[Requires<Deal>(Access.View)]
public sealed record OpenDealAnew : IQuery<int>;
