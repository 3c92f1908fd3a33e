namespace AchieveApex.Application.Resources.Querying;

/// <summary>
/// Patterns over text: <c>%</c> stands for any characters, <c>_</c> for one, <c>\</c> takes the next as it is.
/// Every database adapter has these two functions, or runs them.
/// </summary>
public static class TextPattern
{
    /// <summary>Whether the whole text matches. No text matches nothing.</summary>
    public static bool Like(string? text, string pattern) => text is not null && Matches(text, pattern);

    /// <summary>As <see cref="Like"/>, without regard to case.</summary>
    public static bool ILike(string? text, string pattern) => text is not null && Matches(Fold(text), Fold(pattern));

    // Lower case as Unicode has it without a language: a dotted I keeps its dot, and a sigma is the same at the end of a word.
    private static string Fold(string text) => text.Replace("İ", "i̇", StringComparison.Ordinal).ToLowerInvariant().Replace('ς', 'σ');

    /// <summary>Why a pattern is refused: one that matches nearly everything has a price and no use. Null when it is fine.</summary>
    internal static string? Problem(string pattern)
    {
        var (literals, escaped) = (0, false);
        foreach (var rune in pattern.EnumerateRunes())
        {
            if (escaped || rune.Value is not ('%' or '_' or '\\'))
                (literals, escaped) = (literals + 1, false);
            else
                escaped = rune.Value == '\\';
        }

        return escaped ? @"must not end in a lone \"
            : literals < QueryLimits.PatternLiterals ? $"must have at least {QueryLimits.PatternLiterals} characters besides % and _"
            : null;
    }

    /// <summary>Goes back to the last <c>%</c> only, so the time is at most the product of the lengths.</summary>
    private static bool Matches(string text, string pattern)
    {
        var (at, next) = (0, 0);
        var (retryAt, retryNext) = (0, -1);
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '%')
                (retryAt, retryNext) = (at, ++next);
            else if (TakesOne(text, ref at, pattern, ref next))
                continue;
            else if (retryNext < 0)
                return false;
            else
                (at, next) = (++retryAt, retryNext);
        }

        return pattern.AsSpan(next).TrimStart('%').IsEmpty;
    }

    private static bool TakesOne(string text, ref int at, string pattern, ref int next)
    {
        if (next == pattern.Length)
            return false;

        var isEscape = pattern[next] == '\\' && next + 1 < pattern.Length;
        if (pattern[next] == '_')
            at += Width(text, at);
        else if (pattern[isEscape ? next + 1 : next] == text[at])
            at++;
        else
            return false;

        next += isEscape ? 2 : 1;
        return true;
    }

    /// <summary>A character outside the basic plane is two of .NET's and one of everybody else's.</summary>
    private static int Width(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;
}
