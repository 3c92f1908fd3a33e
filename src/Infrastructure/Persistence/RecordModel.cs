using System.Reflection;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>What every record's table has, without its module saying so: keys, bookkeeping and the indexes of every list.</summary>
internal static class RecordModel
{
    /// <summary>Every kind of record.</summary>
    public static IEnumerable<Type> Types =>
        typeof(Record).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Record)) && !type.IsAbstract);

    /// <summary>Every table of records.</summary>
    public static IEnumerable<IEntityType> In(IModel model) =>
        model.GetEntityTypes().Where(type => type.ClrType.IsSubclassOf(typeof(Record)));

    public static void Map(ModelBuilder model)
    {
        var map = typeof(RecordModel).GetMethod(nameof(MapOne), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var type in Types)
            map.MakeGenericMethod(type).Invoke(null, [model]);
    }

    private static void MapOne<T>(ModelBuilder model)
        where T : Record
    {
        var record = model.Entity<T>();
        record.HasAlternateKey(r => new { r.OrganizationId, r.Id });
        record.Ignore(r => r.Happened);
        if (typeof(T).IsAssignableTo(typeof(IWrittenOnce)))
        {
            record.Ignore(r => r.ExternalId).Ignore(r => r.CustomFields).Ignore(r => r.Version);
            record.Ignore(r => r.UpdatedAt).Ignore(r => r.UpdatedByUserId).Ignore(r => r.UpdatedByApiKeyId);
            return;
        }

        record.HasIndex(r => new { r.OrganizationId, r.ExternalId }).IsUnique();
        record.IsListedBy(r => r.UpdatedAt);
        record.Property(r => r.Version).IsConcurrencyToken();
        if (SearchText.IsKeptOf(typeof(T)))
            record.Property<string?>(SearchedTables.Property);
    }
}
