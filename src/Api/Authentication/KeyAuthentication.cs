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

    public async Task InvokeAsync(HttpContext context, OrganizationScope scope)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
            return;
        }

        if (https.Required && !context.Request.IsHttps)
            throw new Forbidden("Access denied: API keys are accepted over HTTPS only.");

        var keys = context.Request.Headers[Header];
        var caller = keys is [{ Length: > 0 } key]
            ? await authenticator.Authenticate(key, context.Connection.RemoteIpAddress, context.RequestAborted)
            : null;
        if (caller is null)
        {
            await ErrorWriter.Write(context, new NotAuthenticated(string.IsNullOrEmpty(keys) ? "Missing API key" : "Invalid API key"));
            return;
        }

        scope.Enter(caller);
        await next(context);
    }
}
