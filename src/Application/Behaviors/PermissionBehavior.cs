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
            Check(Required.Record, Required.Access);
        else if (request is IDerived derived)
            Check(derived);
        else if (!IsExempt)
            throw new InvalidOperationException($"{typeof(TRequest).Name} declares neither [Requires] nor [NoPermission].");

        return next();
    }

    // What is made of a module's request needs what that one needs.
    private void Check(IDerived derived)
    {
        var required = derived.Each.GetType().GetCustomAttribute<RequiresAttribute>()!;
        Check(required.Record, required.Access | derived.AlsoNeeds, derived.NeedsBulk ? "bulk " : "");
        if (derived.NeedsBulk && !scope.Caller.AllowBulk)
            throw new Forbidden("Access denied: the API key may not change many records by one query.");
    }

    private void Check(Type record, Access access, string manner = "")
    {
        var resource = resources.Of(record);
        if (!scope.Caller.Rights.Allow(resource.Name, access))
            throw Forbidden.To(manner + Missing(resource, access), resource.Noun);
    }

    private string Missing(Resource resource, Access access) =>
        Actions.All.First(action => access.HasFlag(action.Access) && !scope.Caller.Rights.Allow(resource.Name, action.Access)).Name;
}
