namespace AchieveApex.Application.Behaviors;

/// <summary>Reads and validates what the client sent, before anything is touched.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(InputReader reader) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IReadsInput, IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        request.Read(reader);
        return next();
    }
}
