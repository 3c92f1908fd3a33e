using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>The table of events.</summary>
internal static class EventMap
{
    public const string Table = "events";

    public static void Map(ModelBuilder model)
    {
        var change = model.Entity<ChangeEvent>();
        change.ToTable(Table);
        change.Property(e => e.Changes).HasConversion(changes => changes.Json, json => new FieldChanges(json));
        change.HasIndex(e => new { e.OrganizationId, e.Sequence }).IsUnique();
        change.HasIndex(e => new { e.OrganizationId, e.Id }).HasFilter("sequence IS NULL").HasDatabaseName("ix_events_unsealed");
        change.HasIndex(e => new
        {
            e.OrganizationId,
            e.Resource,
            e.RecordId,
            e.Id,
        });
    }
}
