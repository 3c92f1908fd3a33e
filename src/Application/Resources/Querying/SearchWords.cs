using System.Globalization;
using System.Text;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>
/// The one place that says what a word is: letters and numbers, in lower case, without marks. Databases are given words, and never asked to
/// find them in a text, so that all find the same.
/// </summary>
public static class SearchWords
{
    /// <summary>Characters of a word; what is longer is cut, in what is stored and in what is asked for.</summary>
    public const int LongestWord = 64;

    /// <summary>Characters of all words of a record together; what comes after is not found.</summary>
    public const int LongestText = 8_000;

    /// <summary>The different words of a text, in the order of their first appearance.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var (words, room) = (new OrderedDictionary<string, bool>(StringComparer.Ordinal), LongestText);
        foreach (var word in Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cut))
            if (!words.ContainsKey(word) && (room -= word.Length + 1) >= 0)
                words.Add(word, true);

        return words.Keys;
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (Folding.Of(lower) is { } other)
                folded.Append(other);
            else if (Rune.IsLetter(lower) || Rune.IsNumber(lower))
                folded.Append(lower);
            else if (!IsMark(lower))
                folded.Append(' ');
        }

        return folded.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static string Cut(string word) =>
        word.Length <= LongestWord ? word
        : char.IsHighSurrogate(word[LongestWord - 1]) ? word[..(LongestWord - 1)]
        : word[..LongestWord];
}
