using System.Reflection;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Permissions;

namespace AchieveApex.Application.Behaviors;

/// <summary>Refuses a caller without the permission that the request declares. A request that declares none is refused as well, loudly.</summary>
internal sealed class PermissionBehavior<TRequest, TResponse>(OrganizationScope scope, ResourceCatalog resources)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly RequiresAttribute? Required = typeof(TRequest).GetCustomAttribute<RequiresAttribute>();
    private static readonly bool IsExempt = typeof(TRequest).GetCustomAttribute<NoPermissionAttribute>() is not null;

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Required is not null)
            Check(Required);
        else if (!IsExempt)
            throw new InvalidOperationException($"{typeof(TRequest).Name} declares neither [Requires] nor [NoPermission].");

        return next();
    }

    private void Check(RequiresAttribute required)
    {
        var resource = resources.Of(required.Record);
        if (!scope.Caller.Rights.Allow(resource.Name, required.Access))
            throw Forbidden.To(Actions.NamesOf(required.Access).First(), resource.Noun);
    }
}
