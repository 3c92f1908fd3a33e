namespace AchieveApex.Application.Gadgets;

// The constant leaves no trace in the compiled code.
[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
public static class GadgetsThatCountAsWidgets
{
    public static int Most => Domain.Widgets.Widget.Most;
}
