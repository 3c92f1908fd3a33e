using AchieveApex.Application.Permissions;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

/// <summary>Who the caller is, and what it may do.</summary>
[NoPermission("answers who the caller is")]
public sealed record GetMe : IQuery<Me>;

/// <summary>The caller.</summary>
/// <param name="OrganizationId">The key's organization.</param>
/// <param name="OrganizationName">Its name.</param>
/// <param name="UserId">The key's user.</param>
/// <param name="Email">The user's e-mail address.</param>
/// <param name="Role">The user's role in the organization.</param>
/// <param name="ApiKeyId">The key itself.</param>
/// <param name="AllowBulk">Whether the key may change many records by one query.</param>
/// <param name="Permissions">The key's scopes cut with the role's rights: actions by resource.</param>
public sealed record Me(
    long OrganizationId,
    string OrganizationName,
    long? UserId,
    string? Email,
    string? Role,
    long? ApiKeyId,
    bool AllowBulk,
    SortedDictionary<string, IReadOnlyList<string>> Permissions
);

internal sealed class GetMeHandler(OrganizationScope scope, IDatabase db, IOrganizationRegistry registry) : IRequestHandler<GetMe, Me>
{
    public async Task<Me> Handle(GetMe request, CancellationToken cancellationToken)
    {
        var caller = scope.Caller;
        var organization = await registry.Find(caller.OrganizationId, cancellationToken);
        var member = await db.First(
            db.Set<Member>()
                .Where(member => member.UserId == caller.UserId)
                .Select(member => new { member.User.Email, Role = member.Role.Name }),
            cancellationToken
        );
        return new(
            caller.OrganizationId,
            organization!.Name,
            caller.UserId,
            member?.Email,
            member?.Role,
            caller.ApiKeyId,
            caller.AllowBulk,
            new(
                caller.Rights.ByResource.ToDictionary(
                    right => right.Key,
                    IReadOnlyList<string> (right) => [.. Actions.NamesOf(right.Value)]
                )
            )
        );
    }
}
