using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>References between records.</summary>
internal static class RecordReferences
{
    /// <summary>
    /// A property holds the id of another record, which cannot be removed as long as it does. The organization is part of the key, so that
    /// the database itself refuses a reference from one organization into another.
    /// </summary>
    /// <param name="record">What refers.</param>
    /// <param name="property">The other's id.</param>
    /// <param name="navigation">The property that is the other itself, if there is one.</param>
    public static void Refers<T, TOther>(this EntityTypeBuilder<T> record, string property, string? navigation = null)
        where T : Record
        where TOther : Record => Refers<T, TOther>(record, property, DeleteBehavior.Restrict, navigation);

    /// <summary>The same, but the record goes when the other does.</summary>
    public static void IsPartOf<T, TOther>(this EntityTypeBuilder<T> record, string property, string? navigation = null)
        where T : Record
        where TOther : Record => Refers<T, TOther>(record, property, DeleteBehavior.Cascade, navigation);

    /// <summary>A property holds the id of another record; what becomes of the record when the other goes is said.</summary>
    public static void Refers<T, TOther>(
        this EntityTypeBuilder<T> record,
        string property,
        DeleteBehavior onDelete,
        string? navigation = null
    )
        where T : Record
        where TOther : Record =>
        record
            .HasOne<TOther>(navigation)
            .WithMany()
            .HasForeignKey(nameof(Record.OrganizationId), property)
            .HasPrincipalKey(other => new { other.OrganizationId, other.Id })
            .OnDelete(onDelete);
}
