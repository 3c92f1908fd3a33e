using AchieveApex.Domain.Deals;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AchieveApex.Infrastructure.Deals;

[Breaks("The_organization_filter_is_never_switched_off")]
internal static class DealsOfAllOrganizations
{
    public static IQueryable<Deal> All(AchieveApexDb db) => db.Set<Deal>().IgnoreQueryFilters(["organization"]);
}
