using AchieveApex.Application.Errors;
using AchieveApex.Domain.Resources;
using Microsoft.AspNetCore.Diagnostics;

namespace AchieveApex.Api.Errors;

/// <summary>Gives every answer that is not a success a body: what was thrown, and what the framework refuses by status alone.</summary>
internal sealed class ErrorHandling(IOutages outages, ILogger<ErrorHandling> log) : IExceptionHandler
{
    private const int RetryAfterSeconds = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (context.RequestAborted.IsCancellationRequested)
            return true; // nobody is there to read it

        var error = ErrorOf(exception);
        if (error is Unavailable)
            log.LogWarning(
                "Request {RequestId} found something down: {Reason}",
                context.TraceIdentifier,
                exception.GetBaseException().Message
            );
        else if (error.Code >= StatusCodes.Status500InternalServerError)
            log.LogError(exception, "Request {RequestId} failed", context.TraceIdentifier);
        await ErrorWriter.Write(context, error);
        return true;
    }

    /// <summary>For answers whose status came from the framework.</summary>
    public static Task WriteStatus(StatusCodeContext context)
    {
        var (http, response) = (context.HttpContext, context.HttpContext.Response);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = http
                .RequestServices.GetRequiredService<AllowedMethods>()
                .Of(http.Request.Path, response.Headers.Allow);

        return ErrorWriter.Write(http, Of(response.StatusCode));
    }

    // Feathers' words for an address that nothing answers, apart from a record that is not there.
    private static HttpError Of(int status) => new(status, status == StatusCodes.Status404NotFound ? "Page not found" : null);

    private ApiError ErrorOf(Exception exception) =>
        exception switch
        {
            ApiError error => error,
            DomainException { Field: { } field } rule => BadRequest.Invalid(WireFormat.NameOf(field), rule.Message),
            DomainException rule => new BadRequest(rule.Message),
            BadHttpRequestException http => new HttpError(http.StatusCode),
            _ when outages.Caused(exception) => new Unavailable(ErrorKind.Of(503).Message) { RetryAfter = RetryAfterSeconds },
            _ => new HttpError(StatusCodes.Status500InternalServerError),
        };
}
