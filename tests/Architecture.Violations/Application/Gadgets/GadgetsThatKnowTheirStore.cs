using AchieveApex.Domain.Gadgets;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AchieveApex.Application.Gadgets;

[Breaks("Application_knows_no_database")]
[Breaks("Application_knows_no_outer_layer")]
[Breaks("Sql_is_written_in_Infrastructure_alone")]
[Breaks("Query_filters_are_a_matter_of_Infrastructure")]
internal static class GadgetsThatKnowTheirStore
{
    public static IQueryable<Gadget> All(AchieveApexDb db) =>
        db.Set<Gadget>().FromSqlRaw("SELECT * FROM gadgets").IgnoreQueryFilters(["archive"]);
}
