namespace AchieveApex.Application.Deals;

[Breaks("A_request_is_a_sealed_record")]
[Breaks("A_request_says_which_permission_it_needs")]
public record OpenRequest : IQuery<int>;
