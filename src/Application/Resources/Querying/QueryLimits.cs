namespace AchieveApex.Application.Resources.Querying;

/// <summary>How large a query may be. Above any of these the answer is 400 and names the limit.</summary>
public static class QueryLimits
{
    /// <summary>Pairs of brackets in one parameter name. Above what <see cref="Depth"/> can need.</summary>
    public const int Brackets = 20;

    /// <summary>Values in one array.</summary>
    public const int Values = 300;

    /// <summary><c>$or</c> and <c>$and</c> inside each other.</summary>
    public const int Depth = 5;

    /// <summary>Groups of one <c>$or</c>.</summary>
    public const int Branches = 50;

    /// <summary>Field conditions of the whole query.</summary>
    public const int Conditions = 200;

    /// <summary>Matches passed over by <c>$skip</c>.</summary>
    public const int Skip = 100_000;

    /// <summary>Words of <c>$search</c>.</summary>
    public const int SearchWords = 10;

    /// <summary>Characters of <c>$search</c>.</summary>
    public const int SearchText = 200;

    /// <summary>Characters of <c>$cursor</c>: above what three of the longest texts that can be sorted by need.</summary>
    public const int Cursor = 20_000;

    /// <summary>Characters of a text value.</summary>
    public const int Text = 2_000;

    /// <summary>Characters in a <c>$like</c> pattern that are not wildcards, at least.</summary>
    public const int PatternLiterals = 2;
}
