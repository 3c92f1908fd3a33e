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

    public Task InvokeAsync(HttpContext context, OrganizationScope scope)
    {
        if (!scope.IsEntered)
            return next(context);

        var limit = scope.Caller.RateLimit ?? new RateLimit(options.MaxRequests, options.WindowSeconds);
        var isFree = context.GetEndpoint()?.Metadata.GetMetadata<FreeOfChargeAttribute>() is not null;
        var decision = isFree
            ? limiter.Peek(scope.Caller.OrganizationId, limit, context.RequestAborted)
            : limiter.Hit(scope.Caller.OrganizationId, limit, context.RequestAborted);
        // What counts in memory knows at once.
        return decision.IsCompletedSuccessfully ? Go(context, limit, decision.Result, isFree) : Await();

        async Task Await() => await Go(context, limit, await decision, isFree);
    }

    private Task Go(HttpContext context, RateLimit limit, RateLimitDecision decision, bool isFree)
    {
        if (!decision.Unavailable)
            Tell(context.Response, limit, decision);

        return decision.Admitted || isFree
            ? next(context)
            : ErrorWriter.Write(context, decision.Unavailable ? Lost() : Exceeded(limit, decision));
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
