using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

[Requires<DealContact>(Access.View)]
public sealed record ListDealContacts : List<DealContact, DealContactView>;

[Requires<DealContact>(Access.View)]
public sealed record GetDealContact(RecordId Id) : Get<DealContact, DealContactView>(Id);

[Requires<DealContact>(Access.Create)]
public sealed record CreateDealContact(Input<DealContactFields> Input) : Create<DealContact, DealContactFields, DealContactView>(Input);

[Requires<DealContact>(Access.Update)]
public sealed record ReplaceDealContact(RecordId Id, Input<DealContactFields> Input)
    : Replace<DealContact, DealContactFields, DealContactView>(Id, Input);

[Requires<DealContact>(Access.Update)]
public sealed record PatchDealContact(RecordId Id, Input<DealContactFields> Input)
    : Patch<DealContact, DealContactFields, DealContactView>(Id, Input);

[Requires<DealContact>(Access.Delete)]
public sealed record RemoveDealContact(RecordId Id) : Remove<DealContact, DealContactView>(Id);
