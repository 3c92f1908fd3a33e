using AchieveApex.Domain.Gadgets;

namespace AchieveApex.Application.Widgets;

[Breaks("A_module_uses_another_through_its_contracts_alone")]
[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
[Breaks("Modules_form_no_circle")]
public static class WidgetsThatReadGadgets
{
    public static long IdOf(Gadget gadget) => gadget.Id;
}
