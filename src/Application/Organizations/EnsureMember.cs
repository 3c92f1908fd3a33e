using AchieveApex.Application.Errors;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

/// <summary>Makes a user a member, unless the user is one already; answers with the user's id.</summary>
/// <param name="Email">Finds the user, or adds one.</param>
/// <param name="Role">The role to have; null: an owner when added, and whatever the role is otherwise.</param>
[Requires<Member>(Access.Create)]
public sealed record EnsureMember(string Email, string? Role) : ICommand<long>;

internal sealed class EnsureMemberHandler(IDatabase db, IOrganizationRegistry registry) : IRequestHandler<EnsureMember, long>
{
    public async Task<long> Handle(EnsureMember request, CancellationToken cancellationToken)
    {
        if (!EmailRules.IsEmail(request.Email))
            throw BadRequest.Invalid("email", EmailRules.Problem);

        var user = await registry.EnsureUser(request.Email, cancellationToken);
        var has = db.Set<Member>().Where(member => member.UserId == user.Id).Select(member => member.Role.Name);
        if (await db.First(has, cancellationToken) is { } known)
            return request.Role is null || request.Role == known
                ? user.Id
                : throw BadRequest.Invalid("role", $"'{request.Role}' is not what the member has: that is '{known}'");

        var name = request.Role ?? Domain.Organizations.Role.Owner;
        var role =
            await db.First(db.Set<Role>().Where(role => role.Name == name), cancellationToken)
            ?? throw BadRequest.Invalid("role", $"'{name}' is not a role of the organization");
        db.Add(Member.Of(user, role.Id));
        await db.Save(cancellationToken);
        return user.Id;
    }
}
