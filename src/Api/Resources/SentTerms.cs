using AchieveApex.Application.Errors;
using AchieveApex.Application.Requests;
using Microsoft.Extensions.Primitives;

namespace AchieveApex.Api.Resources;

/// <summary>Reads the terms of a write from headers and query. What is wrong with them is said behind the permission check.</summary>
internal static class SentTerms
{
    private const string IdempotencyHeader = "Idempotency-Key";

    public static void Read(HttpContext context, ListQuery query)
    {
        var (request, terms) = (context.Request, context.RequestServices.GetRequiredService<Terms>());
        terms.RequestId = context.TraceIdentifier;
        terms.IsDryRun = query.Parameters.Any(parameter => parameter is { Key: ListQuery.DryRun, Value: "true" });
        terms.IfMatch = VersionsOf(request.Headers.IfMatch, terms, isStrong: true);
        terms.IfNoneMatch = VersionsOf(request.Headers.IfNoneMatch, terms, isStrong: false);
        if (request.Headers.TryGetValue(IdempotencyHeader, out var key))
            terms.Once = KeyOf(key, context, terms);
        if (terms.IfMatch is not null && IsOnSeveral(context))
            terms.Problem = new BadRequest("If-Match is about one record, and cannot be used here");
    }

    /// <summary>Whether the body is needed to tell one use of a key from another.</summary>
    public static bool NeedBody(HttpRequest request) => request.Headers.ContainsKey(IdempotencyHeader);

    private static Versions? VersionsOf(StringValues header, Terms terms, bool isStrong)
    {
        if (header.Count == 0)
            return null;

        if (EntityTags.TryParse(header, isStrong, out var versions))
            return versions;

        terms.Problem = new BadRequest($"{(isStrong ? "If-Match" : "If-None-Match")} must be * or a list of ETags, such as \"3\"");
        return null;
    }

    private static IdempotencyKey? KeyOf(StringValues header, HttpContext context, Terms terms)
    {
        if (header is not [{ Length: > 0 and <= IdempotencyKey.Longest } text])
        {
            terms.Problem = new BadRequest($"{IdempotencyHeader} must be one text of 1 to {IdempotencyKey.Longest} characters");
            return null;
        }

        var (request, body) = (context.Request, context.Features.Get<SentBody>()?.Bytes ?? default);
        return IdempotencyKey.Of(text, request.Method, request.Path.Value!.TrimEnd('/'), request.QueryString.Value ?? "", body.Span);
    }

    private static bool IsOnSeveral(HttpContext context) =>
        (HttpMethods.IsPost(context.Request.Method) && !context.Request.RouteValues.ContainsKey("id"))
        || context.GetEndpoint()?.Metadata.GetMetadata<RecordRoute>() is { IsBulk: true };
}
