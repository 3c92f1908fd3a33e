namespace AchieveApex.Application.Behaviors;

/// <summary>What a command writes is kept together or not at all.</summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(IDatabase db, Terms terms, SingleSaves singles)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        terms is { Once: null, IsDryRun: false } && singles.Contain(typeof(TRequest))
            ? db.InOneSave(() => next(), cancellationToken)
            : db.InTransaction(() => next(), cancellationToken);
}
