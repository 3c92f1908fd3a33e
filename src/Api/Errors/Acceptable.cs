using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AchieveApex.Api.Errors;

/// <summary>What a client's <c>Accept</c> header lets the server answer with.</summary>
internal static class Acceptable
{
    public const string Problem = "application/problem+json";
    private const string Json = "application/json";

    /// <summary>Whether JSON may be answered. No header, or one that cannot be read, accepts everything.</summary>
    public static bool TakesJson(StringValues accept) =>
        IsPlain(accept) || !Parse(accept, out var types) || Quality(types, Json) > 0 || Quality(types, Problem) > 0;

    /// <summary>Whether a media type is asked for by its name.</summary>
    public static bool Names(StringValues accept, string type) =>
        !IsPlain(accept) && Parse(accept, out var types) && Exact(types, type) > 0;

    /// <summary>Whether RFC 9457 is asked for rather than the documented form.</summary>
    public static bool PrefersProblem(StringValues accept) =>
        !IsPlain(accept)
        && Parse(accept, out var types)
        && Exact(types, Problem) is var quality
        && quality > 0
        && quality > Exact(types, Json);

    private static bool IsPlain(StringValues accept) => accept.Count == 0 || (accept.Count == 1 && accept[0] is "" or "*/*" or Json);

    private static bool Parse(StringValues accept, out IList<MediaTypeHeaderValue> types) =>
        MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out types!) && types.Count > 0;

    // The most specific range that covers the type decides, RFC 9110 section 12.5.1.
    private static double Quality(IList<MediaTypeHeaderValue> types, string type)
    {
        var wanted = new MediaTypeHeaderValue(type);
        return
            types
                .Where(wanted.IsSubsetOf)
                .OrderByDescending(range =>
                    range.MatchesAllTypes ? 0
                    : range.MatchesAllSubTypes ? 1
                    : 2
                )
                .FirstOrDefault()
                is { } range
            ? range.Quality ?? 1
            : 0;
    }

    private static double Exact(IList<MediaTypeHeaderValue> types, string type) =>
        types
            .Where(range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
            .Select(range => range.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
}
