using AchieveApex.Application.Errors;
using AchieveApex.Application.Permissions;
using AchieveApex.Domain.Organizations;
using AchieveApex.Domain.Permissions;

namespace AchieveApex.Application.Organizations;

/// <summary>
/// Nobody touches a member with rights that they do not have, or gives out such rights; owners are changed by owners; one owner stays.
/// </summary>
internal sealed class MemberRule(IDatabase db, OrganizationScope scope, ResourceCatalog resources) : IRule<Member>
{
    public async Task Check(Member member, CancellationToken cancellationToken)
    {
        await db.TakeTurn(cancellationToken); // two owners who demote each other at once would both find one left
        var role =
            await db.First(db.Set<Role>().Where(role => role.Id == member.RoleId), cancellationToken)
            ?? throw BadRequest.NoRecord("role_id");
        if (!scope.Caller.Rights.Cover(Rights.Of(resources, new Grants(role.Permissions))))
            throw new Forbidden("Access denied: the member's role has rights that you do not have.");
        if (role.IsOwner && !await IsOwner(cancellationToken))
            throw new Forbidden("Access denied: only an owner makes or changes owners.");
        if (!(role.IsOwner && member.Status == MemberStatus.Active) && await IsLastOwner(member, cancellationToken))
            throw new Conflict("An organization keeps at least one active owner");
    }

    private async Task<bool> IsOwner(CancellationToken cancellationToken)
    {
        var userId = scope.Caller.UserId;
        return scope.Caller.IsProgram || await db.Count(ActiveOwners().Where(owner => owner.UserId == userId), cancellationToken) > 0;
    }

    // As stored: the change itself is not yet.
    private async Task<bool> IsLastOwner(Member member, CancellationToken cancellationToken) =>
        await db.Count(ActiveOwners(), cancellationToken) == 1
        && await db.Count(ActiveOwners().Where(owner => owner.UserId == member.UserId), cancellationToken) == 1;

    private IQueryable<Member> ActiveOwners() =>
        db.Set<Member>().Where(owner => owner.Role.IsSystem && owner.Role.Name == Role.Owner && owner.Status == MemberStatus.Active);
}
