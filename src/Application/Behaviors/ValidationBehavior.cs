namespace AchieveApex.Application.Behaviors;

/// <summary>Reads and validates what the client sent, before anything is touched.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(InputReader reader, Terms terms) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IReadsInput, IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (terms.Problem is { } problem)
            throw problem;

        request.Read(reader);
        return next();
    }
}
