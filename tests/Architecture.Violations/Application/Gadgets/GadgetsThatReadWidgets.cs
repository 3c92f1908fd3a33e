using AchieveApex.Domain.Widgets;

namespace AchieveApex.Application.Gadgets;

[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
[Breaks("A_module_uses_another_through_its_contracts_alone")]
[Breaks("Modules_form_no_circle")]
public static class GadgetsThatReadWidgets
{
    public static long IdOf(Widget widget) => widget.Id;
}
