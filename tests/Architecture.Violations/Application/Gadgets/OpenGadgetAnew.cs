using AchieveApex.Domain.Gadgets;

namespace AchieveApex.Application.Gadgets;

[Breaks("A_request_has_one_handler")]
[Requires<Gadget>(Access.View)]
public sealed record OpenGadgetAnew : IQuery<int>;
