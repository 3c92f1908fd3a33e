using AchieveApex.Domain.Gadgets;

namespace AchieveApex.Application.Gadgets;

[Breaks("A_request_has_one_handler")]
[Breaks("A_request_repeats_no_word_that_its_type_tells")]
[Breaks("A_request_is_a_command_a_query_or_across_organizations")]
[Requires<Gadget>(Access.View)]
public sealed record BareRequest : IRequest<int>;
