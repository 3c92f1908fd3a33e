namespace AchieveApex.Domain.Elsewhere;

[Breaks("A_namespace_is_its_folder")]
public sealed class Misplaced;
