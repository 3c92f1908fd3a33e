using AchieveApex.Application.Organizations.Contracts;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

internal sealed class MemberRights(IDatabase db) : IMemberRights
{
    public Task<IReadOnlyList<string>?> Of(long userId, CancellationToken cancellationToken) =>
        db.First(db.Set<Member>().Where(member => member.UserId == userId).Select(member => member.Role.Permissions), cancellationToken);

    public async Task<bool> IsOwner(long userId, CancellationToken cancellationToken)
    {
        var owners = db.Set<Member>().Where(member => member.UserId == userId && member.Role.IsSystem && member.Role.Name == Role.Owner);
        return await db.Count(owners, cancellationToken) > 0;
    }
}
