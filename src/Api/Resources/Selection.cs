namespace AchieveApex.Api.Resources;

/// <summary>The fields that <c>$select</c> names, of a query that was checked already.</summary>
internal static class Selection
{
    private const string Parameter = "$select";
    private const string Id = "id";

    /// <summary>The fields, the id always among them; null for all.</summary>
    public static HashSet<string>? Of(QueryString query)
    {
        if (!query.HasValue)
            return null;

        var fields = ListQuery
            .Parse(query.Value)
            .Parameters.Where(parameter => IsSelect(parameter.Key))
            .Select(parameter => parameter.Value);
        return fields.ToHashSet() is { Count: > 0 } set ? [.. set, Id] : null;
    }

    private static bool IsSelect(string name) => name == Parameter || name.StartsWith(Parameter + "[", StringComparison.Ordinal);
}
