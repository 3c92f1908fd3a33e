using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Breaks("A_request_has_one_handler")]
[Breaks("A_request_repeats_no_word_that_its_type_tells")]
[Breaks("A_request_is_a_command_a_query_or_across_organizations")]
[Requires<Deal>(Access.View)]
public sealed record BareRequest : IRequest<int>;
