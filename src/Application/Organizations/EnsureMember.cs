using System.ComponentModel.DataAnnotations;
using AchieveApex.Application.Errors;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

/// <summary>Makes a user a member with a role, unless the user is one already; answers with the user's id.</summary>
[Requires<Member>(Access.Create)]
public sealed record EnsureMember(string Email, string Role) : ICommand<long>;

internal sealed class EnsureMemberHandler(IDatabase db, IOrganizationRegistry registry) : IRequestHandler<EnsureMember, long>
{
    public async Task<long> Handle(EnsureMember request, CancellationToken cancellationToken)
    {
        if (!new EmailAddressAttribute().IsValid(request.Email))
            throw BadRequest.Invalid("email", "must be a valid email address");

        var user = await registry.EnsureUser(request.Email, cancellationToken);
        if (await db.First(db.Set<Member>().Where(member => member.UserId == user.Id), cancellationToken) is not null)
            return user.Id;

        var role =
            await db.First(db.Set<Role>().Where(role => role.Name == request.Role), cancellationToken)
            ?? throw BadRequest.Invalid("role", $"'{request.Role}' is not a role of the organization");
        db.Add(Member.Of(user, role.Id));
        await db.Save(cancellationToken);
        return user.Id;
    }
}
