using AchieveApex.Domain.Widgets;

namespace AchieveApex.Infrastructure.Widgets;

internal sealed class GadgetConfiguration : IEntityTypeConfiguration<Gadget>
{
    public void Configure(EntityTypeBuilder<Gadget> gadget) =>
        gadget.ToTable("gadgets_table").HasIndex(g => new { g.OrganizationId, g.Name }).IsUnique();
}
