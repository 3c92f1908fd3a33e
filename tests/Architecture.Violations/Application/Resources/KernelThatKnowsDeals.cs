using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Resources;

[Breaks("The_kernel_knows_no_module")]
public static class KernelThatKnowsDeals
{
    public static string NameOf(Deal deal) => deal.Name;
}
