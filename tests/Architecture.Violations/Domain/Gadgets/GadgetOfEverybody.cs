namespace AchieveApex.Domain.Gadgets;

[Breaks("Every_record_is_filtered_by_organization")]
[Breaks("Every_record_is_unique_by_organization_and_id")]
[Breaks("Every_index_begins_with_the_organization")]
public sealed class GadgetOfEverybody : Record;
