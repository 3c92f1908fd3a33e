namespace AchieveApex.Domain.Gadgets;

[Breaks("A_record_is_sealed_and_lives_in_Domain")]
public class OpenGadget : Record;
