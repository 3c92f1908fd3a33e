namespace AchieveApex.Domain.Resources;

/// <summary>What the values of a custom field are.</summary>
public enum CustomFieldType
{
    /// <summary>At most 2000 characters.</summary>
    Text,

    /// <summary>From -(2^53 - 1) to 2^53 - 1.</summary>
    WholeNumber,

    /// <summary>At most 4 decimal places, and 15 digits in all.</summary>
    Number,

    Boolean,

    /// <summary>A date without a time, for example <c>2026-01-31</c>.</summary>
    Date,

    /// <summary>RFC 3339, kept in UTC with milliseconds.</summary>
    Datetime,

    /// <summary>One of the field's options.</summary>
    Enum,

    /// <summary>A list of options, each once.</summary>
    MultiEnum,
}
