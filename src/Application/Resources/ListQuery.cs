namespace AchieveApex.Application.Resources;

/// <summary>A query as it was sent: decoded names and values in their order, not yet understood.</summary>
/// <remarks>It is parsed behind the permission check, so that a refused caller learns nothing about the schema.</remarks>
public sealed record ListQuery(IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    /// <summary>Asks a write to check and answer everything, and to keep nothing.</summary>
    public const string DryRun = "dry_run";

    /// <summary>No conditions.</summary>
    public static ListQuery Empty { get; } = new([]);

    /// <summary>Splits a query string (with or without its question mark) and decodes its parts.</summary>
    public static ListQuery Parse(string queryString)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var part in queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parameters.Add(equals < 0 ? new(Decode(part), "") : new(Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }

        return parameters.Count == 0 ? Empty : new(parameters);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
