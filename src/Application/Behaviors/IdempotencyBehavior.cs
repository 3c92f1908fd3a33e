using System.Text.Json;

namespace AchieveApex.Application.Behaviors;

/// <summary>A change that was made under the caller's key already is answered as it was then, and not made again.</summary>
internal sealed class IdempotencyBehavior<TRequest, TResponse>(Terms terms, IKeptAnswers answers) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        terms.Once is not { } key || terms.IsDryRun || terms.IsUnderway ? next() : Once(key, next, cancellationToken);

    private async Task<TResponse> Once(IdempotencyKey key, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (await answers.Find(key, cancellationToken) is { } kept)
        {
            terms.IsReplayed = true;
            return JsonSerializer.Deserialize<TResponse>(kept, WireFormat.Options)!;
        }

        terms.IsUnderway = true;
        try
        {
            var answer = await next();
            await answers.Keep(key, JsonSerializer.SerializeToUtf8Bytes(answer, WireFormat.Options), cancellationToken);
            return answer;
        }
        finally
        {
            terms.IsUnderway = false;
        }
    }
}
