using AchieveApex.Domain.Permissions;

namespace AchieveApex.Domain.CustomFields;

/// <summary>A field that an organization adds to one kind of record. From its first one on, that kind of record takes no others.</summary>
public sealed class CustomField : Record, IPartOfCaller
{
    public const string OptionsProblem = "must be there for an enum, and for no other type";

    /// <summary>The resource whose records have it, for example <c>contacts</c>.</summary>
    public string Resource { get; set; } = "";

    /// <summary>Its name in <c>custom_fields</c>, unique for the resource.</summary>
    public string Key { get; set; } = "";

    /// <summary>What people call it.</summary>
    public string Label
    {
        get;
        set => field = value.Trim();
    } = "";
    public CustomFieldType Type { get; set; }

    /// <summary>What an enum can be, each once.</summary>
    public IReadOnlyList<string> Options { get; set; } = [];

    /// <summary>Whether a new record has to have it, and nobody may take it away.</summary>
    public bool IsRequired { get; set; }
    public string? Description { get; set; }

    /// <summary>Fields are shown from the lowest to the highest.</summary>
    public int DisplayOrder { get; set; }

    /// <summary>Whether there are options where they are needed, and nowhere else.</summary>
    public static bool Fit(CustomFieldType type, IReadOnlyList<string> options) =>
        (type is CustomFieldType.Enum or CustomFieldType.MultiEnum) == options.Count > 0;
}
