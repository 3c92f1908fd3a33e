using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>A column of a new record, and what the database keeps in it.</summary>
internal sealed class BulkColumn<T>
    where T : Record
{
    private readonly Func<NewRecord<T>, object?> read;
    private readonly Func<object?, object?>? convert;

    private BulkColumn(IProperty property, Caller caller)
    {
        Name = property.GetColumnName();
        Mapping = property.GetRelationalTypeMapping();
        convert = Mapping.Converter?.ConvertToProvider;
        read = Bookkeeping(property.Name, caller) ?? Getter(property);
    }

    public string Name { get; }

    public RelationalTypeMapping Mapping { get; }

    /// <summary>Every column but the id, which the database gives.</summary>
    public static IReadOnlyList<BulkColumn<T>> Of(IEntityType type, Caller caller) =>
        [
            .. type.GetProperties()
                .Where(property => property.Name != nameof(Record.Id))
                .Select(property => new BulkColumn<T>(property, caller)),
        ];

    /// <summary>The value as the provider takes it.</summary>
    public object? ValueOf(NewRecord<T> added) => read(added) is { } value ? convert?.Invoke(value) ?? value : null;

    // What Stamp writes on a record that is saved.
    private static Func<NewRecord<T>, object?>? Bookkeeping(string property, Caller caller) =>
        property switch
        {
            nameof(Record.OrganizationId) => _ => caller.OrganizationId,
            nameof(Record.Version) => _ => 1L,
            nameof(Record.CreatedAt) or nameof(Record.UpdatedAt) => added => added.CreatedAt,
            nameof(Record.CreatedByUserId) or nameof(Record.UpdatedByUserId) => _ => caller.UserId,
            nameof(Record.CreatedByApiKeyId) or nameof(Record.UpdatedByApiKeyId) => _ => caller.ApiKeyId,
            SearchedTables.Property => added => SearchText.Of(added.Record, caller.OrganizationId),
            _ => null,
        };

    private static Func<NewRecord<T>, object?> Getter(IProperty property)
    {
        var getter = property.GetGetter();
        return added => getter.GetClrValue(added.Record);
    }
}
