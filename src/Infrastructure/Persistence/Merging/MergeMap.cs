using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence.Merging;

/// <summary>The table of merges.</summary>
internal static class MergeMap
{
    public static void Map(ModelBuilder model)
    {
        var merge = model.Entity<Merge>();
        merge.ToTable("merges");
        merge.Property(m => m.Trail).HasConversion(new JsonText<MergeTrail>());
        // A record that is gone went on in one other.
        merge
            .HasIndex(m => new
            {
                m.OrganizationId,
                m.Resource,
                m.MergedId,
            })
            .IsUnique()
            .HasFilter("undone_at IS NULL");
    }
}
