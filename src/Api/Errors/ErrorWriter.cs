using System.Text.Json;
using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Errors;

/// <summary>The one place that writes error bodies: the documented form, or RFC 9457 for a client that prefers it.</summary>
internal static class ErrorWriter
{
    private const string Json = "application/json; charset=utf-8";

    public static Task Write(HttpContext context, ApiError error)
    {
        var kind = ErrorKind.Of(error.Code);
        var isProblem = Acceptable.PrefersProblem(context.Request.Headers.Accept);
        object body = isProblem ? Problem(context.TraceIdentifier, error, kind) : Documented(error, kind);
        return Write(context, error, isProblem ? Acceptable.Problem : Json, body);
    }

    private static async Task Write(HttpContext context, ApiError error, string mediaType, object body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), WireFormat.Options);
        var response = context.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (error.Code, mediaType, bytes.Length);
        if (error.Code == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "ApiKey realm=\"AchieveApex\"";
        if (error.RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    public static ErrorBody Documented(ApiError error, ErrorKind kind) =>
        new(
            kind.Name,
            error.Message,
            error.Code,
            error.Code == StatusCodes.Status429TooManyRequests ? null : kind.ClassName, // as the documentation shows it
            error.Details,
            error.Errors
        );

    public static ProblemBody Problem(string requestId, ApiError error, ErrorKind kind) =>
        new(
            $"urn:achieveapex:error:{kind.ClassName}",
            kind.Message,
            error.Code,
            error.Message,
            $"urn:request:{requestId}",
            kind.Name,
            error.Code,
            kind.ClassName,
            error.Details,
            error.Errors
        );
}
