namespace AchieveApex.Application.Resources.Describing;

/// <summary>Which fields of a record the database finds by an index, so that a list may be long.</summary>
public interface IIndexedFields
{
    /// <summary>What an index does for a field.</summary>
    /// <param name="record">The record's type.</param>
    /// <param name="property">The field's property.</param>
    IndexUse Of(Type record, string property);
}

/// <summary>What an index does for a field.</summary>
public enum IndexUse
{
    /// <summary>There is none: every record that meets the other conditions is looked at.</summary>
    None,

    /// <summary>Finds the records with a value, one of several, or between two.</summary>
    Filter,

    /// <summary>The same, and has them in the field's order, in both directions, up to the id.</summary>
    FilterAndSort,
}
