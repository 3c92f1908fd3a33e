namespace AchieveApex.Application.Resources;

/// <summary>How large a value may be before any rule of a field is asked. The checks of bodies enforce it, documentation tells it.</summary>
public static class ValueLimits
{
    /// <summary>The largest id: every JSON reader holds a number up to here exactly.</summary>
    public const long LargestId = (1L << 53) - 1;

    /// <summary>The largest decimal number, and less than zero the smallest: what SQLite's whole number of ten-thousandths holds.</summary>
    public const decimal LargestDecimal = 922_337_203_685_477.5807m;

    /// <summary>Digits after the point.</summary>
    public const int DecimalPlaces = 4;

    /// <summary>Digits of a decimal number in all: a JSON reader that knows binary numbers alone holds so many exactly.</summary>
    public const int DecimalDigits = 15;

    /// <summary>The form of a date without a time: the full-date of RFC 3339.</summary>
    public const string Date = "yyyy-MM-dd";

    /// <summary>Items of a list.</summary>
    public const int LongestList = 100;

    /// <summary>Values in <c>custom_fields</c>.</summary>
    public const int MostCustomFields = 100;

    /// <summary>Characters of a text in <c>custom_fields</c>.</summary>
    public const int LongestCustomText = 2000;

    /// <summary>Characters of a key in <c>custom_fields</c>.</summary>
    public const int LongestCustomFieldKey = 63;

    /// <summary>The form of a key in <c>custom_fields</c>.</summary>
    public const string CustomFieldKey = "^[a-z][a-z0-9_]{0,62}$";
}
