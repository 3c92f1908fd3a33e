using AchieveApex.Application.Resources.Custom;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>Turns a value into what the reader of its database takes.</summary>
internal delegate object ValueBinder(object? value);

/// <summary>What the two databases write differently in a read.</summary>
internal abstract class Dialect
{
    /// <summary>Whether a column holds one of the values of an array, which is one parameter.</summary>
    public abstract string IsAnyOf(string column, string array);

    /// <summary>Whether a column holds none of the values of an array.</summary>
    public abstract string IsNoneOf(string column, string array);

    /// <summary>Whether an id of a table is among those whose words are found by a parameter, in the organization, the first parameter.</summary>
    public abstract string IsFound(string id, string table, string words);

    /// <summary>A sort key under which null is the smallest value.</summary>
    public abstract string Order(string column, bool isDescending, bool isNullable);

    /// <summary>A value in a column of custom fields; null where there is none of the field's type.</summary>
    public abstract string Custom(string column, CustomFieldDefinition field);

    /// <summary>Takes a value that is held against that of a custom field.</summary>
    public abstract ValueBinder BindOne(CustomFieldDefinition field);

    /// <summary>Takes a list of such values.</summary>
    public abstract ValueBinder BindArray(CustomFieldDefinition field);

    /// <summary>Takes a value of the mapped type.</summary>
    public abstract ValueBinder BindOne(RelationalTypeMapping mapping);

    /// <summary>Takes the words that are searched, each of which is the beginning of one.</summary>
    public abstract object BindWords(object? words);

    /// <summary>Takes a list of such values.</summary>
    public abstract ValueBinder BindArray(RelationalTypeMapping mapping);
}
