namespace AchieveApex.Application.Deals;

[Breaks("No_request_escapes_organization_and_permission")]
[NoPermission("it was easier so")]
public sealed record ReachEverything : ICrossOrganization<int>;
