using System.Runtime.CompilerServices;
using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Writes what nobody but the database adapter may write on a record.</summary>
internal static class Bookkeeping
{
    /// <summary>A record as it is now, to be compared with later. What it refers to is not copied: nobody changes that in place.</summary>
    public static T Copy<T>(T record)
        where T : Record => (T)Clone(record);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "MemberwiseClone")]
    private static extern object Clone(object record);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Happened")]
    public static extern void Happened(Record record, string? verb);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")]
    public static extern void Id(Record record, long id);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_OrganizationId")]
    public static extern void OrganizationId(Record record, long id);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Version")]
    public static extern void Version(Record record, long version);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CreatedAt")]
    public static extern void CreatedAt(Record record, DateTimeOffset time);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CreatedByUserId")]
    public static extern void CreatedByUserId(Record record, long? id);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CreatedByApiKeyId")]
    public static extern void CreatedByApiKeyId(Record record, long? id);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_UpdatedAt")]
    public static extern void UpdatedAt(Record record, DateTimeOffset time);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_UpdatedByUserId")]
    public static extern void UpdatedByUserId(Record record, long? id);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_UpdatedByApiKeyId")]
    public static extern void UpdatedByApiKeyId(Record record, long? id);
}
