namespace AchieveApex.Domain.Gadgets;

[Breaks("Every_table_belongs_to_an_organization")]
public sealed class TableOfNobody
{
    public long Id { get; set; }
}
