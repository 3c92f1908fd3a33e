namespace AchieveApex.Application.Behaviors;

[Breaks("Behaviors_run_in_their_documented_order")]
internal sealed class EarlyBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) => next();
}
