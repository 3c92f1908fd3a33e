using System.Globalization;
using System.Text.Json.Serialization;
using AchieveApex.Api.Errors;
using AchieveApex.Application.Errors;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Application.Requests;

namespace AchieveApex.Api.RateLimiting;

/// <summary>Counts the request right after its key was recognized and before its body is read, and tells the state on every keyed answer.</summary>
internal sealed class RateLimitGate(RequestDelegate next, IRateLimiter limiter, RateLimitOptions options)
{
    private const int RetryAfterSeconds = 1;

    public async Task InvokeAsync(HttpContext context, OrganizationScope scope)
    {
        if (!scope.IsEntered)
        {
            await next(context);
            return;
        }

        var limit = scope.Caller.RateLimit ?? new RateLimit(options.MaxRequests, options.WindowSeconds);
        var isFree = context.GetEndpoint()?.Metadata.GetMetadata<FreeOfChargeAttribute>() is not null;
        var decision = isFree
            ? await limiter.Peek(scope.Caller.OrganizationId, limit, context.RequestAborted)
            : await limiter.Hit(scope.Caller.OrganizationId, limit, context.RequestAborted);
        if (!decision.Unavailable)
            Tell(context.Response, limit, decision);

        if (decision.Admitted || isFree)
            await next(context);
        else
            await ErrorWriter.Write(context, decision.Unavailable ? Lost() : Exceeded(limit, decision));
    }

    // Set at the answer's start, so that an error thrown later cannot wipe it out.
    private static void Tell(HttpResponse response, RateLimit limit, RateLimitDecision decision) =>
        response.OnStarting(() =>
        {
            response.Headers["RateLimit-Policy"] = string.Create(
                CultureInfo.InvariantCulture,
                $"\"org\";q={limit.MaxRequests};w={limit.WindowSeconds}"
            );
            response.Headers["RateLimit"] = string.Create(
                CultureInfo.InvariantCulture,
                $"\"org\";r={decision.Remaining};t={decision.ResetSeconds}"
            );
            return Task.CompletedTask;
        });

    private static Unavailable Lost() => new(ErrorKind.Of(503).Message) { RetryAfter = RetryAfterSeconds };

    private static TooManyRequests Exceeded(RateLimit limit, RateLimitDecision decision) =>
        new(ErrorKind.Of(429).Message)
        {
            RetryAfter = decision.RetryAfter,
            Details = new Excess(limit.MaxRequests, decision.Current, limit.WindowSeconds, decision.RetryAfter),
        };

    private sealed record Excess(int Limit, int Current, int Window, [property: JsonPropertyName("retryAfter")] int RetryAfter);
}
