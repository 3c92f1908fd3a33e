using System.Reflection;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>A field that can be filtered and sorted by.</summary>
internal sealed class QueryField<TEntity>(string name, PropertyInfo property, FieldType type)
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;

    public PropertyInfo Property { get; } = property;

    public FieldType Type { get; } = type;

    /// <summary>Whether a record may have no value. Any text may.</summary>
    public bool IsNullable { get; } = type.IsText || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    public SortKey<TEntity> Ascending { get; } = SortKey<TEntity>.By(name, property, isDescending: false);

    public SortKey<TEntity> Descending { get; } = SortKey<TEntity>.By(name, property, isDescending: true);

    /// <summary>The field of a property, null when its type is not one to filter or sort by, or EF would not map it.</summary>
    public static QueryField<TEntity>? Of(string name, PropertyInfo? property) =>
        // The setter may be private, and then only the type that has it knows of it.
        property?.DeclaringType!.GetProperty(property.Name)
            is { GetMethod.IsPublic: true, SetMethod: not null }
        && FieldTypes.Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { } type
            ? new(name, property, type)
            : null;

    /// <summary>A value as written: an empty one is null, and on text the empty text.</summary>
    public object? Read(string text) => text.Length == 0 && !Type.IsText ? null : Type.Read(Name, text);
}
