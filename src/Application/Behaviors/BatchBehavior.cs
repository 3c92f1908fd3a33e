using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Behaviors;

/// <summary>Says which part of a batch an error is about, wherever behind here it came up.</summary>
internal sealed class BatchBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IBatch, IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (Conflict conflict) when (request.Part is { } part)
        {
            throw new Conflict(conflict.Message) { Errors = At(part, conflict), Details = conflict.Details };
        }
        catch (BadRequest invalid) when (request.Part is { } part)
        {
            throw BadRequest.Invalid(At(part, invalid));
        }
        catch (DomainException rule) when (request.Part is { } part)
        {
            throw BadRequest.Invalid(rule.Field is { } field ? $"{part}.{WireFormat.NameOf(field)}" : part, rule.Message);
        }
    }

    private static Dictionary<string, string[]> At(string part, ApiError error) =>
        error.Errors?.ToDictionary(field => $"{part}.{field.Key}", field => field.Value) ?? new() { [part] = [error.Message] };
}
