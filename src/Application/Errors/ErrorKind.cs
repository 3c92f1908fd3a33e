using System.Text.Json;

namespace AchieveApex.Application.Errors;

/// <summary>What a status is called on the wire: FeathersJS 5 names, see the wire contract, section 3.</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Name">The error's name, for example <c>NotFound</c>.</param>
/// <param name="Message">What is said when nobody has anything better to say.</param>
public sealed record ErrorKind(int Code, string Name, string Message)
{
    /// <summary>Every status that is answered. One not listed is answered as a <c>GeneralError</c>, or below 500 as a <c>BadRequest</c>.</summary>
    public static IReadOnlyList<ErrorKind> All { get; } =
    [
        new(400, "BadRequest", "Bad request"),
        new(401, "NotAuthenticated", "Not authenticated"),
        new(403, "Forbidden", "Access denied"),
        new(404, "NotFound", "Not found"),
        new(405, "MethodNotAllowed", "Method not allowed"),
        new(406, "NotAcceptable", "Only application/json can be answered"),
        new(408, "Timeout", "The request took too long to arrive"),
        new(409, "Conflict", "Conflict"),
        new(411, "LengthRequired", "Length required"),
        new(412, "PreconditionFailed", "Precondition failed"),
        new(413, "PayloadTooLarge", "The request body is too large"),
        new(414, "UriTooLong", "The request address is too long"),
        new(415, "UnsupportedMediaType", "The request body must be application/json in UTF-8"),
        new(422, "Unprocessable", "Unprocessable"),
        new(428, "PreconditionRequired", "Precondition required"),
        new(429, "TooManyRequests", "Rate limit exceeded"),
        new(431, "BadRequest", "The request headers are too large"),
        new(500, "GeneralError", "Something went wrong on the server"),
        new(503, "Unavailable", "The service is not available at the moment"),
    ];

    /// <summary>The name in kebab case, for example <c>not-found</c>.</summary>
    public string ClassName { get; } = JsonNamingPolicy.KebabCaseLower.ConvertName(Name);

    /// <summary>The kind of a status.</summary>
    public static ErrorKind Of(int code) => All.FirstOrDefault(kind => kind.Code == code) ?? Of(code >= 500 ? 500 : 400);
}
