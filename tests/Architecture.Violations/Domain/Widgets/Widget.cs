namespace AchieveApex.Domain.Widgets;

[Breaks("A_module_has_the_same_name_in_every_layer")]
public sealed class Widget : Record
{
    public const int Most = 7;
}
