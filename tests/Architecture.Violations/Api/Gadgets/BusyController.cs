using AchieveApex.Domain.Gadgets;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AchieveApex.Api.Gadgets;

[Breaks("A_controller_is_a_sealed_ApiController")]
[Breaks("A_controller_has_the_mediator_alone")]
[Breaks("A_controller_only_sends")]
[Breaks("A_controller_knows_neither_Domain_nor_Infrastructure")]
[Breaks("No_entity_shows_in_Api")]
[Breaks("Bodies_are_written_in_two_places")]
[Breaks("Api_knows_no_database")]
[Breaks("Api_knows_no_Infrastructure")]
internal class BusyController(AchieveApexDb db) : ControllerBase
{
    public Task<Gadget[]> All() => db.Set<Gadget>().ToArrayAsync();

    public ActionResult<Gadget> Get(long id) => BadRequest(id);
}
