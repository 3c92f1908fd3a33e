using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

[Requires<Member>(Access.View)]
public sealed record ListMembers : List<Member, MemberView>;

[Requires<Member>(Access.View)]
public sealed record GetMember(RecordId Id) : Get<Member, MemberView>(Id);

[Requires<Member>(Access.Update)]
public sealed record PatchMember(RecordId Id, Input<MemberFields> Input) : Patch<Member, MemberFields, MemberView>(Id, Input);
