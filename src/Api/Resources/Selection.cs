namespace AchieveApex.Api.Resources;

/// <summary>The fields that <c>$select</c> names, of a query that was checked already.</summary>
internal static class Selection
{
    private const string Parameter = "$select";
    private const string Id = "id";

    /// <summary>The fields, the id always among them; null for all.</summary>
    public static IReadOnlySet<string>? Of(ListQuery query)
    {
        var fields = query.Parameters.Where(parameter => IsSelect(parameter.Key)).Select(parameter => parameter.Value).ToHashSet();
        return fields.Count == 0 ? null : fields.Append(Id).ToHashSet();
    }

    private static bool IsSelect(string name) => name == Parameter || name.StartsWith(Parameter + "[", StringComparison.Ordinal);
}
