using AchieveApex.Domain.Permissions;

namespace AchieveApex.Domain.Organizations;

/// <summary>A user's place in an organization: what the user may do there.</summary>
public sealed class Member : Record, IPartOfCaller
{
    public long UserId { get; private set; }

    public User User { get; private set; } = null!;

    public long RoleId { get; set; }

    public Role Role { get; private set; } = null!;

    public MemberStatus Status { get; set; }

    /// <summary>Takes a user in.</summary>
    public static Member Of(User user, long roleId) => new() { UserId = user.Id, RoleId = roleId };
}
