using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals.Contracts;

[Breaks("Contracts_use_only_the_kernel_and_other_contracts")]
public sealed record DealGivenAway(Deal Deal);
