namespace AchieveApex.Api.Resources;

/// <summary>The header <c>Link</c> (RFC 8288): the address of the next page is the one that was asked, at another place.</summary>
internal static class NextLink
{
    private const string Cursor = "$cursor";
    private const string Skip = "$skip";

    public static string To(HttpRequest request, ListQuery query, string cursor)
    {
        var kept = query.Parameters.Where(parameter => parameter.Key is not (Cursor or Skip));
        var parameters = kept.Append(new(Cursor, cursor))
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}");
        return $"<{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}?{string.Join('&', parameters)}>; rel=\"next\"";
    }
}
