using AchieveApex.Domain.Gadgets;

namespace AchieveApex.Application.Gadgets;

[Breaks("A_request_has_one_handler")]
[Requires<Gadget>(Access.View)]
public sealed record GetGadget(RecordId Id) : Get<Gadget, GadgetView>(Id);

[Breaks("A_request_has_one_handler")]
[Breaks("Every_CRUD_request_is_reached_by_a_route")]
[Requires<Gadget>(Access.View)]
public sealed record ListGadgets : List<Gadget, GadgetView>;
