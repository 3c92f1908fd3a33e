using AchieveApex.Application.Errors;
using AchieveApex.Application.Organizations.Contracts;
using AchieveApex.Application.Permissions;
using AchieveApex.Domain.ApiKeys;
using AchieveApex.Domain.Permissions;

namespace AchieveApex.Application.ApiKeys;

/// <summary>Nobody makes, changes or removes a key that may do more than they may, and whose key is an owner's is an owner's concern.</summary>
internal sealed class ApiKeyRule(IMemberRights members, OrganizationScope scope, ResourceCatalog resources) : IRule<ApiKey>
{
    public async Task Check(ApiKey key, CancellationToken cancellationToken)
    {
        var role =
            await members.Of(key.UserId, cancellationToken) ?? throw BadRequest.Invalid("user_id", "names no record of your organization");
        // A key in somebody else's name would grow with that member's role, so there the scopes alone have to be covered.
        var scopes = new Grants(key.Scopes);
        var rights = key.UserId == scope.Caller.UserId ? Rights.Of(resources, new Grants(role), scopes) : Rights.Of(resources, scopes);
        if (!scope.Caller.Rights.Cover(rights) || (key.AllowBulk && !scope.Caller.AllowBulk))
            throw new Forbidden("Access denied: the key has rights that you do not have.");
        if (await members.IsOwner(key.UserId, cancellationToken) && !await ActsAsOwner(cancellationToken))
            throw new Forbidden("Access denied: only an owner makes or changes the keys of owners.");
    }

    private async Task<bool> ActsAsOwner(CancellationToken cancellationToken) =>
        scope.Caller.UserId is not { } userId || await members.IsOwner(userId, cancellationToken);
}
