namespace AchieveApex.Application.Gadgets;

[Breaks("A_request_has_one_handler")]
[Breaks("A_request_repeats_no_word_that_its_type_tells")]
[Breaks("A_request_is_a_sealed_record")]
[Breaks("A_request_says_which_permission_it_needs")]
public record OpenRequest : IQuery<int>;
