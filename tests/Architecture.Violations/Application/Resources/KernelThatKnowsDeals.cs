using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Resources;

[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
[Breaks("The_kernel_knows_no_module")]
public static class KernelThatKnowsDeals
{
    public static string NameOf(Deal deal) => deal.Name;
}
