using AchieveApex.Application.Errors;
using AchieveApex.Application.Permissions;
using AchieveApex.Domain.Organizations;
using AchieveApex.Domain.Permissions;

namespace AchieveApex.Application.Organizations;

/// <summary>Built-in roles stay as they are, and nobody makes or touches a role with rights that they do not have.</summary>
internal sealed class RoleRule(OrganizationScope scope, ResourceCatalog resources) : IRule<Role>
{
    public Task Check(Role role, CancellationToken cancellationToken)
    {
        if (role.IsSystem)
            throw new Conflict($"The built-in role '{role.Name}' cannot be changed or removed");
        if (!scope.Caller.Rights.Cover(Rights.Of(resources, new Grants(role.Permissions))))
            throw new Forbidden("Access denied: the role has rights that you do not have.");

        return Task.CompletedTask;
    }
}
