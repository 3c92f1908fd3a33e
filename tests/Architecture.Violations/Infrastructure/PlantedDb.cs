using AchieveApex.Domain.Gadgets;
using AchieveApex.Domain.Widgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AchieveApex.Infrastructure;

/// <summary>A model with every hole that the rules about models have to see.</summary>
[Breaks("The_kernel_knows_no_module")]
[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
internal abstract class PlantedDb : DbContext
{
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Ignore<CustomValues>();
        Fence<Gadget>(model);
        Fence<Widget>(model);
        Fence<OpenGadget>(model);
        Fence<GadgetWithAnyVersion>(model);
        model.Entity<GadgetOfEverybody>().HasIndex(gadget => gadget.UpdatedAt);
        Fence<GadgetOfAnyWidget>(model).HasOne<Widget>().WithMany().HasForeignKey(gadget => gadget.WidgetId);
        Fence<GadgetOnOneDatabase>(model);
        Fence<TableOfNobody>(model, "Id");
    }

    private static EntityTypeBuilder<T> Fence<T>(ModelBuilder model)
        where T : Record
    {
        var record = model.Entity<T>();
        record.HasQueryFilter("organization", r => r.OrganizationId == 1);
        record.HasAlternateKey(r => new { r.OrganizationId, r.Id });
        return record;
    }

    private static void Fence<T>(ModelBuilder model, string key)
        where T : class => model.Entity<T>().HasKey(key);
}

[Breaks("The_migrations_are_complete")]
internal sealed class PlantedSqliteDb : PlantedDb
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=never-opened.db");
}

[Breaks("The_kernel_knows_no_module")]
[Breaks("The_migrations_are_complete")]
internal sealed class PlantedPostgresDb : PlantedDb
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql("Host=localhost;Database=never-opened");

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<GadgetOnOneDatabase>().HasIndex(gadget => new { gadget.OrganizationId, gadget.CreatedAt });
    }
}
