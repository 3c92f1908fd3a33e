using AchieveApex.Api.Errors;

namespace AchieveApex.Api.Hosting;

/// <summary>Refuses what could not be answered: only JSON is spoken, and a method is named by the request line alone.</summary>
internal sealed class Negotiation(RequestDelegate next, EndpointDataSource endpoints)
{
    // Feathers servers call methods of their own by this header; there are none here.
    private const string ServiceMethod = "X-Service-Method";

    public Task InvokeAsync(HttpContext context)
    {
        // What nothing answers is an error already, and an error is told in JSON whatever was asked for.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
            return next(context);

        // Pages for people stand beside the API.
        if (endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription == true)
            return next(context);

        if (context.Request.Headers.ContainsKey(ServiceMethod))
        {
            context.Response.Headers.Allow = string.Join(", ", MethodsOf(endpoint));
            return ErrorWriter.Write(context, new HttpError(StatusCodes.Status405MethodNotAllowed)); // thrown, it would lose its headers
        }

        if (!Acceptable.TakesJson(context.Request.Headers.Accept))
            throw new HttpError(StatusCodes.Status406NotAcceptable);

        return next(context);
    }

    private IEnumerable<string> MethodsOf(RouteEndpoint called) =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText == called.RoutePattern.RawText)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct();
}
