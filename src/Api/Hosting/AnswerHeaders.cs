using System.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace AchieveApex.Api.Hosting;

/// <summary>What every answer carries. Set at its start, so that an error cannot wipe it out.</summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    private const string RequestId = "X-Request-Id";
    private const int LongestRequestId = 128;

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        context.TraceIdentifier = Chosen(headers[RequestId]) ?? TraceOf(headers).ToHexString();
        context.Response.OnStarting(Set, context);
        return next(context);
    }

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers[RequestId] = context.TraceIdentifier;
        headers.XContentTypeOptions = "nosniff";
        // What has an ETag may be kept, if it is asked for before it is shown again.
        headers.CacheControl = headers.ETag.Count == 0 ? "private, no-store" : "private, no-cache";
        headers.Vary = StringValues.Concat(headers.Vary, "Accept, x-api-key");
        // The exception handler sets what HTTP/1.0 caches understood.
        headers.Remove("Expires");
        headers.Remove("Pragma");
        return Task.CompletedTask;
    }

    // The server looks at traces only where somebody collects them.
    private static ActivityTraceId TraceOf(IHeaderDictionary headers) =>
        Activity.Current is { } span ? span.TraceId
        : ActivityContext.TryParse(headers.TraceParent, null, out var sent) ? sent.TraceId
        : ActivityTraceId.CreateRandom();

    private static string? Chosen(string? sent) =>
        sent is { Length: > 0 and <= LongestRequestId } && sent.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? sent
            : null;
}
