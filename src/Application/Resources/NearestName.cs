namespace AchieveApex.Application.Resources;

/// <summary>Finds what a mistyped name was probably meant to be.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    /// <summary>A sentence to append to a refusal (<c> Did you mean 'email'?</c>), empty when no known name is near.</summary>
    public static string Hint(string name, IEnumerable<string> known) =>
        Of(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>The known name nearest to the given one, null when none is near. Case and underscores do not count.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
            return null;

        var given = Plain(name);
        var (nearest, smallest) = ((string?)null, Math.Max(1, given.Length / 3) + 1);
        foreach (var candidate in known)
            if (Distance(given, Plain(candidate)) is var distance && distance < smallest)
                (nearest, smallest) = (candidate, distance);

        return nearest;
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Insertions, removals, replacements and swaps of neighbours that turn one into the other (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        for (var j = 0; j <= b.Length; j++)
            rows[i, j] =
                i == 0 ? j
                : j == 0 ? i
                : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, Math.Min(Replaced(i, j), Swapped(i, j)));

        return rows[a.Length, b.Length];

        int Replaced(int i, int j) => rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int Swapped(int i, int j) => i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? rows[i - 2, j - 2] + 1 : int.MaxValue;
    }
}
