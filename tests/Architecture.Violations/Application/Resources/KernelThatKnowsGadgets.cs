using AchieveApex.Domain.Gadgets;

namespace AchieveApex.Application.Resources;

[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
[Breaks("The_kernel_knows_no_module")]
public static class KernelThatKnowsGadgets
{
    public static string NameOf(Gadget gadget) => gadget.Name;
}
