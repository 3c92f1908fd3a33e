using AchieveApex.Domain.Gadgets;

namespace AchieveApex.Application.Gadgets;

[Breaks("A_request_has_one_handler")]
[Breaks("What_a_client_sends_is_validated")]
[Requires<Gadget>(Access.Create)]
public sealed record WriteAnything(Input<AnyFields> Input) : ICommand<int>, IReadsInput
{
    public void Read(InputReader reader) => reader.Read<AnyFields, AnyFields>(Input);
}

[Breaks("Every_text_that_a_client_sends_has_a_maximum_length")]
[Breaks("Every_list_that_a_client_sends_is_bounded")]
[Breaks("A_client_writes_no_bookkeeping")]
[Breaks("No_entity_stands_in_a_view_or_in_fields")]
public sealed record AnyFields(string? Name, IReadOnlyList<int>? Numbers, long Version, Gadget? Gadget);
