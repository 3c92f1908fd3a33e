using System.Diagnostics;

namespace AchieveApex.Application.Behaviors;

/// <summary>A span for each request, named as the request. It tells how a request failed, but nothing of what was sent.</summary>
internal sealed class TracingBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly ActivitySource Source = new(Tracing.Name);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var span = Source.StartActivity(typeof(TRequest).Name);
        try
        {
            return await next();
        }
        catch (Exception error)
        {
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error.GetType().Name);
            throw;
        }
    }
}

/// <summary>What the program's own spans and metrics are known by.</summary>
public static class Tracing
{
    public const string Name = "AchieveApex";
}
