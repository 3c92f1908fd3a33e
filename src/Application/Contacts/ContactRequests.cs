using AchieveApex.Domain.Contacts;

namespace AchieveApex.Application.Contacts;

[Requires<Contact>(Access.View)]
public sealed record ListContacts : List<Contact, ContactView>;

[Requires<Contact>(Access.View)]
public sealed record GetContact(RecordId Id) : Get<Contact, ContactView>(Id);

[Requires<Contact>(Access.Create)]
public sealed record CreateContact(Input<ContactFields> Input) : Create<Contact, ContactFields, ContactView>(Input);

[Requires<Contact>(Access.Update)]
public sealed record ReplaceContact(RecordId Id, Input<ContactFields> Input) : Replace<Contact, ContactFields, ContactView>(Id, Input);

[Requires<Contact>(Access.Update)]
public sealed record PatchContact(RecordId Id, Input<ContactFields> Input) : Patch<Contact, ContactFields, ContactView>(Id, Input);

[Requires<Contact>(Access.Delete)]
public sealed record RemoveContact(RecordId Id) : Remove<Contact, ContactView>(Id);

[Requires<Contact>(Access.View)]
public sealed record GetContactTimeline(RecordId Id) : Timeline<Contact>(Id);

[Requires<Contact>(Access.Update | Access.Delete)]
public sealed record MergeContact(RecordId Id, Input<IntoFields> Input) : MergeInto<Contact, ContactFields, ContactView>(Id, Input);
