namespace AchieveApex.Application.Gadgets.Helpers;

[Breaks("A_folder_says_what_is_in_it")]
public sealed class GadgetInDrawer;
