using AchieveApex.Api.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace AchieveApex.Api.Hosting;

/// <summary>
/// Refuses a request line or headers that are too long, with a body that says so. The server's own limits are wider: what they refuse has
/// no body.
/// </summary>
internal sealed class RequestSize(RequestDelegate next)
{
    /// <summary>Bytes of a request line: method, address, protocol and the spaces between.</summary>
    public const int LongestLine = 32 * 1024;

    /// <summary>Bytes of all header names and values.</summary>
    public const int LongestHeaders = 32 * 1024;

    /// <summary>What the server itself lets through, so that the refusal can be written here.</summary>
    public const int Heard = 4;

    private const int AroundAddress = 12; // two spaces, the protocol and the end of the line

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Method.Length + TargetOf(context).Length + AroundAddress > LongestLine)
            throw new HttpError(StatusCodes.Status414UriTooLong);
        if (LengthOf(request.Headers) > LongestHeaders)
            throw new HttpError(StatusCodes.Status431RequestHeaderFieldsTooLarge);

        return next(context);
    }

    private static string TargetOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static int LengthOf(IHeaderDictionary headers)
    {
        var length = 0;
        foreach (var (name, values) in headers)
        foreach (var value in values)
            length += name.Length + (value?.Length ?? 0);

        return length;
    }
}
