using AchieveApex.Domain.Gadgets;

namespace AchieveApex.Application.Gadgets;

[Breaks("A_request_repeats_no_word_that_its_type_tells")]
[Requires<Gadget>(Access.View)]
public sealed record CountGadgetsQuery : IQuery<int>;

[Breaks("Handlers_validators_and_behaviors_are_internal_and_sealed")]
[Breaks("Handlers_validators_and_behaviors_are_named_so")]
[Breaks("A_handler_is_named_for_its_request")]
public class GadgetCounter : IRequestHandler<CountGadgetsQuery, int>
{
    public Task<int> Handle(CountGadgetsQuery request, CancellationToken cancellationToken) => Task.FromResult(0);
}
