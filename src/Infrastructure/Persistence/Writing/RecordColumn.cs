using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>A column of a record's table, and what of a record is kept in it.</summary>
internal sealed class RecordColumn
{
    private readonly Func<Record, object?> read;
    private readonly ValueComparer comparer;

    public RecordColumn(IProperty property)
    {
        (Property, Mapping, comparer) = (property, property.GetRelationalTypeMapping(), property.GetValueComparer());
        IsDerived = property.Name == SearchedTables.Property;
        read = IsDerived ? record => SearchText.Of(record, record.OrganizationId) : Getter(property);
    }

    public IProperty Property { get; }

    public string Name => Property.GetColumnName();

    public RelationalTypeMapping Mapping { get; }

    /// <summary>Whether it follows from the others, and so need not be read.</summary>
    public bool IsDerived { get; }

    public object? ValueOf(Record record) => read(record);

    /// <summary>The value as the provider takes it.</summary>
    public object? StoredValueOf(Record record) => read(record) is { } value ? Mapping.Converter?.ConvertToProvider(value) ?? value : null;

    public bool AreEqual(object? one, object? other) => comparer.Equals(one, other);

    private static Func<Record, object?> Getter(IProperty property)
    {
        var getter = property.GetGetter();
        return getter.GetClrValue;
    }
}
