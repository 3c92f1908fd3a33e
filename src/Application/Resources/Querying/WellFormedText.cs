namespace AchieveApex.Application.Resources.Querying;

/// <summary>Text that a database can be sent: no U+0000, which PostgreSQL refuses, and no half of a surrogate pair, which is no character.</summary>
internal static class WellFormedText
{
    /// <summary>What is wrong with a text, null when nothing is.</summary>
    public static string? Problem(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            return "must not contain the character U+0000";

        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return "must be valid Unicode text";

        return null;
    }
}
