using System.Reflection;
using AchieveApex.Application.Resources.Custom;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>A field that can be filtered and sorted by.</summary>
public sealed class QueryField<TEntity>
{
    private static readonly PropertyInfo[] Properties = typeof(TEntity).GetProperties();
    private readonly int place;

    private QueryField(string name, PropertyInfo property, FieldType type, CustomFieldDefinition? custom)
    {
        (Name, Property, Type, Custom) = (name, property, type, custom);
        place = Array.FindIndex(Properties, other => other.Name == property.Name);
        (Ascending, Descending) = (new(this, isDescending: false), new(this, isDescending: true));
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    public PropertyInfo Property { get; }

    /// <summary>Which of the values that the property holds; null when it is one itself.</summary>
    public CustomFieldDefinition? Custom { get; }

    public SortKey<TEntity> Ascending { get; }

    public SortKey<TEntity> Descending { get; }

    internal FieldType Type { get; }

    /// <summary>Whether a record may have no value. Any text may.</summary>
    internal bool IsNullable => Type.IsText || Custom is not null || Nullable.GetUnderlyingType(Property.PropertyType) is not null;

    /// <summary>A value as written: an empty one is null, and on text the empty text.</summary>
    internal object? Read(string text) => text.Length == 0 && !Type.IsText ? null : Type.Read(Name, text);

    /// <summary>A value as a record has it, null when the text is none.</summary>
    internal object? ReadStored(string text) => Custom is null ? Type.ReadOrNull(text) : Custom.ValueOf(text);

    /// <summary>The field of a property, null when its type is not one to filter or sort by, or EF would not map it.</summary>
    internal static QueryField<TEntity>? Of(string name, PropertyInfo? property) =>
        // The setter may be private, and then only the type that has it knows of it.
        property?.DeclaringType!.GetProperty(property.Name)
            is { GetMethod.IsPublic: true, SetMethod: not null }
        && FieldTypes.Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { } type
            ? new(name, property, type, custom: null)
            : null;

    /// <summary>The field that an organization defined, null when it is not one to filter or sort by.</summary>
    internal static QueryField<TEntity>? Of(CustomFieldDefinition custom) =>
        custom.Written is { } type ? new(custom.Name, typeof(TEntity).GetProperty(nameof(Record.CustomFields))!, type, custom) : null;

    /// <summary>Tells it apart from the entity's other fields, in whatever organization.</summary>
    public void Describe(QueryShape shape)
    {
        shape.Add(place);
        if (Custom is null)
            return;

        shape.Add((int)Custom.Type);
        shape.Add(Custom.Key.Length);
        foreach (var letter in Custom.Key)
            shape.Add(letter);
    }
}
