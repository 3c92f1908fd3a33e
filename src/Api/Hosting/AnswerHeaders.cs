using System.Diagnostics;

namespace AchieveApex.Api.Hosting;

/// <summary>What every answer carries. Set at its start, so that an error cannot wipe it out.</summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    private const string RequestId = "X-Request-Id";
    private const int LongestRequestId = 128;

    public Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier =
            Chosen(context.Request.Headers[RequestId]) ?? Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
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
        headers.Vary = "Accept, x-api-key";
        // The exception handler sets what HTTP/1.0 caches understood.
        headers.Remove("Expires");
        headers.Remove("Pragma");
        return Task.CompletedTask;
    }

    private static string? Chosen(string? sent) =>
        sent is { Length: > 0 and <= LongestRequestId } && sent.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? sent
            : null;
}
