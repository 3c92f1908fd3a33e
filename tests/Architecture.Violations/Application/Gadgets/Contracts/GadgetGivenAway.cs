using AchieveApex.Domain.Gadgets;

namespace AchieveApex.Application.Gadgets.Contracts;

[Breaks("Contracts_use_only_the_kernel_and_other_contracts")]
public sealed record GadgetGivenAway(Gadget Gadget);
