using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

[Requires<Role>(Access.View)]
public sealed record ListRoles : List<Role, RoleView>;

[Requires<Role>(Access.View)]
public sealed record GetRole(RecordId Id) : Get<Role, RoleView>(Id);

[Requires<Role>(Access.Create)]
public sealed record CreateRole(Input<RoleFields> Input) : Create<Role, RoleFields, RoleView>(Input);

[Requires<Role>(Access.Update)]
public sealed record ReplaceRole(RecordId Id, Input<RoleFields> Input) : Replace<Role, RoleFields, RoleView>(Id, Input);

[Requires<Role>(Access.Update)]
public sealed record PatchRole(RecordId Id, Input<RoleFields> Input) : Patch<Role, RoleFields, RoleView>(Id, Input);

[Requires<Role>(Access.Delete)]
public sealed record RemoveRole(RecordId Id) : Remove<Role, RoleView>(Id);
