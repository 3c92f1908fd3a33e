using AchieveApex.Api.Errors;
using AchieveApex.Application.Requests;

namespace AchieveApex.Api.Hosting;

/// <summary>Refuses what could not be answered: only JSON is spoken, a method is named by the request line alone, and many records are changed by few.</summary>
internal sealed class Negotiation(RequestDelegate next)
{
    // Feathers servers call methods of their own by this header; there are none here.
    private const string ServiceMethod = "X-Service-Method";

    public Task InvokeAsync(HttpContext context, OrganizationScope scope)
    {
        // What nothing answers is an error already, and an error is told in JSON whatever was asked for.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
            return next(context);

        // Pages for people stand beside the API.
        if (endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription == true)
            return next(context);

        if (context.Request.Headers.ContainsKey(ServiceMethod) || IsBulkWithoutRight(endpoint, scope))
        {
            context.Response.Headers.Allow = context.RequestServices.GetRequiredService<AllowedMethods>().Of(endpoint);
            return ErrorWriter.Write(context, new HttpError(StatusCodes.Status405MethodNotAllowed)); // thrown, it would lose its headers
        }

        if (!Acceptable.TakesJson(context.Request.Headers.Accept) && !IsStream(endpoint, context.Request))
            throw new HttpError(StatusCodes.Status406NotAcceptable);

        return next(context);
    }

    private static bool IsStream(RouteEndpoint endpoint, HttpRequest request) =>
        endpoint.Metadata.GetMetadata<StreamsEventsAttribute>() is not null
        && Acceptable.Names(request.Headers.Accept, StreamsEventsAttribute.MediaType);

    private static bool IsBulkWithoutRight(RouteEndpoint endpoint, OrganizationScope scope) =>
        endpoint.Metadata.GetMetadata<RecordRoute>() is { IsBulk: true } && !scope.Caller.AllowBulk;
}
