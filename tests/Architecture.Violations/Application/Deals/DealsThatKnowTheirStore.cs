using AchieveApex.Domain.Deals;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AchieveApex.Application.Deals;

[Breaks("Application_knows_no_database")]
[Breaks("Application_knows_no_outer_layer")]
[Breaks("Sql_is_written_in_Infrastructure_alone")]
[Breaks("Query_filters_are_a_matter_of_Infrastructure")]
internal static class DealsThatKnowTheirStore
{
    public static IQueryable<Deal> All(AchieveApexDb db) =>
        db.Set<Deal>().FromSqlRaw("SELECT * FROM deals").IgnoreQueryFilters(["archive"]);
}
