namespace AchieveApex.Application.Gadgets;

[Breaks("A_request_has_one_handler")]
[Breaks("No_request_escapes_organization_and_permission")]
[NoPermission("it was easier so")]
public sealed record ReachEverything : ICrossOrganization<int>;
