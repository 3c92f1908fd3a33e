using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Breaks("A_request_repeats_no_word_that_its_type_tells")]
[Requires<Deal>(Access.View)]
public sealed record CountDealsQuery : IQuery<int>;

[Breaks("Handlers_validators_and_behaviors_are_internal_and_sealed")]
[Breaks("Handlers_validators_and_behaviors_are_named_so")]
[Breaks("A_handler_is_named_for_its_request")]
public class DealCounter : IRequestHandler<CountDealsQuery, int>
{
    public Task<int> Handle(CountDealsQuery request, CancellationToken cancellationToken) => Task.FromResult(0);
}
