using AchieveApex.Application.Organizations.Contracts;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

internal sealed class MemberRights(IDatabase db) : IMemberRights
{
    public Task<IReadOnlyList<string>?> Of(long userId, CancellationToken cancellationToken) =>
        db.First(db.Set<Member>().Where(member => member.UserId == userId).Select(member => member.Role.Permissions), cancellationToken);
}
