namespace AchieveApex.Domain.Tags;

/// <summary>A word that records are marked with.</summary>
public sealed class Tag : Record
{
    /// <summary>As it was typed; the key, in lower case, is what is unique within the organization.</summary>
    public string Name
    {
        get;
        set => (field, NameKey) = (value.Trim(), value.Trim().ToLowerInvariant());
    } = "";
    public string NameKey { get; private set; } = "";

    /// <summary>Red, green and blue in hexadecimal, for example <c>#3366ff</c>.</summary>
    public string? Color
    {
        get;
        set => field = value?.ToLowerInvariant();
    }
    public string? Description { get; set; }
}
