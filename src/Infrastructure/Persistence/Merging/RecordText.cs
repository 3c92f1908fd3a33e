using System.Reflection;
using System.Text.Json;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Merging;

/// <summary>A record as JSON, with everything that its row holds, and back.</summary>
internal static class RecordText
{
    public static JsonElement Of(RecordTable table, Record record) =>
        JsonSerializer.SerializeToElement(
            table.Read.ToDictionary(column => column.Property.Name, column => column.ValueOf(record)),
            WireFormat.Options
        );

    public static T Read<T>(RecordTable table, JsonElement text)
        where T : Record
    {
        var record = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
        foreach (var column in table.Read)
            if (text.TryGetProperty(column.Property.Name, out var value)) // a column may be younger than the text
                Set(record, column.Property, value.Deserialize(column.Property.ClrType, WireFormat.Options));
        return record;
    }

    /// <summary>Writes a value as a row that is read does: no rule of the record is asked.</summary>
    public static void Set(Record record, IReadOnlyProperty property, object? value)
    {
        var member = ((IProperty)property).GetMemberInfo(forMaterialization: true, forSet: true);
        if (member is FieldInfo field)
            field.SetValue(record, value);
        else
            ((PropertyInfo)member).SetValue(record, value);
    }
}
