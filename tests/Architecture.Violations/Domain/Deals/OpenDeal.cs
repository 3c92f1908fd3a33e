namespace AchieveApex.Domain.Deals;

[Breaks("A_record_is_sealed_and_lives_in_Domain")]
public class OpenDeal : Record;
