using AchieveApex.Api.Errors;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Requests;
using Microsoft.AspNetCore.Authorization;

namespace AchieveApex.Api.Authentication;

/// <summary>Nothing is answered without a key that works, unknown addresses included; what needs none says so itself.</summary>
internal sealed class KeyAuthentication(RequestDelegate next, KeyAuthenticator authenticator, HttpsSettings https)
{
    private const string Header = "x-api-key";
    private const string Invalid = "Invalid API key";

    public Task InvokeAsync(HttpContext context, OrganizationScope scope)
    {
        if (context.GetEndpoint()?.Metadata is { } about && about.GetMetadata<IAllowAnonymous>() is not null)
            if (about.GetMetadata<TakesKeyAttribute>() is null || !context.Request.Headers.ContainsKey(Header))
                return next(context);

        if (https.Required && !context.Request.IsHttps)
            throw new Forbidden("Access denied: API keys are accepted over HTTPS only.");

        var keys = context.Request.Headers[Header];
        if (keys is not [{ Length: > 0 } key])
            return Refuse(context, string.IsNullOrEmpty(keys) ? "Missing API key" : Invalid);

        // A key that was used a moment ago is known at once.
        var caller = authenticator.Authenticate(key, context.Connection.RemoteIpAddress, context.RequestAborted);
        return caller.IsCompletedSuccessfully ? Go(context, scope, caller.Result) : Await();

        async Task Await() => await Go(context, scope, await caller);
    }

    private Task Go(HttpContext context, OrganizationScope scope, Caller? caller)
    {
        if (caller is null)
            return Refuse(context, Invalid);

        scope.Enter(caller);
        return next(context);
    }

    private static Task Refuse(HttpContext context, string message) => ErrorWriter.Write(context, new NotAuthenticated(message));
}
