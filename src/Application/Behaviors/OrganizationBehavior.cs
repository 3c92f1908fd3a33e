namespace AchieveApex.Application.Behaviors;

/// <summary>First of all: somebody has to have entered an organization.</summary>
internal sealed class OrganizationBehavior<TRequest, TResponse>(OrganizationScope scope) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IOrganizationScoped, IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        _ = scope.Caller;
        return next();
    }
}
