using AchieveApex.Application.Errors;
using AchieveApex.Domain.Organizations;
using Mapster;

namespace AchieveApex.Application.Organizations;

/// <summary>Takes a user into the organization; one who is not known yet is added.</summary>
[Requires<Member>(Access.Create)]
public sealed record CreateMember(Input<NewMemberFields> Input) : Create<Member, NewMemberFields, MemberView>(Input);

internal sealed class CreateMemberHandler(IDatabase db, IOrganizationRegistry registry, Editor<Member> editor)
    : IRequestHandler<CreateMember, MemberView>
{
    public async Task<MemberView> Handle(CreateMember request, CancellationToken cancellationToken)
    {
        var fields = request.Input.Fields;
        var role =
            await db.First(db.Set<Role>().Where(role => role.Id == fields.RoleId), cancellationToken)
            ?? throw BadRequest.Invalid("role_id", "names no record of your organization");
        var user = await registry.EnsureUser(fields.Email!, cancellationToken);
        var member = fields.Adapt(Member.Of(user, role.Id));
        await editor.Add(member, cancellationToken);
        return member.Adapt<MemberView>() with { Email = user.Email, Role = role.Name };
    }
}
