using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Organizations;

/// <summary>Enters an organization in the program's own name, with every right: for the operator's commands.</summary>
[NoPermission("run by the operator on the server; no route leads here")]
public sealed record EnterOrganization(long Id) : ICrossOrganization<Unit>;

internal sealed class EnterOrganizationHandler(IOrganizationRegistry registry, OrganizationScope scope, ResourceCatalog resources)
    : IRequestHandler<EnterOrganization, Unit>
{
    public async Task<Unit> Handle(EnterOrganization request, CancellationToken cancellationToken)
    {
        _ = await registry.Find(request.Id, cancellationToken) ?? throw new NotFound($"There is no organization {request.Id}");
        scope.Enter(Caller.Program(request.Id, resources));
        return Unit.Value;
    }
}
