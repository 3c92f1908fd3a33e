using AchieveApex.Domain.Gadgets;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AchieveApex.Infrastructure.Gadgets;

[Breaks("The_organization_filter_is_never_switched_off")]
internal static class GadgetsOfAllOrganizations
{
    public static IQueryable<Gadget> All(AchieveApexDb db) => db.Set<Gadget>().IgnoreQueryFilters(["organization"]);
}
