using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Requires<Deal>(Access.View)]
public sealed record OpenDealAnew : IQuery<int>;
