using System.Collections.Frozen;
using System.Text;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>The letters and numbers that are searched as others: é as e, ß as ss, ① as 1.</summary>
/// <remarks>From a file, since the program runs without the cultures' data, and there .NET decomposes nothing.</remarks>
internal static class Folding
{
    private static readonly FrozenDictionary<Rune, string> Folded = Read();

    /// <summary>What a letter or number in lower case is searched as; null for itself.</summary>
    public static string? Of(Rune rune) => rune.IsAscii ? null : Folded.GetValueOrDefault(rune);

    private static FrozenDictionary<Rune, string> Read()
    {
        using var file = typeof(Folding).Assembly.GetManifestResourceStream("folding.txt")!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var folded = new Dictionary<Rune, string>();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#') && line.Split('\t') is [var to, var from])
                foreach (var rune in from.EnumerateRunes())
                    folded.Add(rune, to);

        return folded.ToFrozenDictionary();
    }
}
