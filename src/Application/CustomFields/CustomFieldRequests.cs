using AchieveApex.Domain.CustomFields;

namespace AchieveApex.Application.CustomFields;

[Requires<CustomField>(Access.View)]
public sealed record ListCustomFields : List<CustomField, CustomFieldView>;

[Requires<CustomField>(Access.View)]
public sealed record GetCustomField(RecordId Id) : Get<CustomField, CustomFieldView>(Id);

[Requires<CustomField>(Access.Create)]
public sealed record CreateCustomField(Input<NewCustomFieldFields> Input)
    : Create<CustomField, NewCustomFieldFields, CustomFieldView>(Input);

[Requires<CustomField>(Access.Update)]
public sealed record PatchCustomField(RecordId Id, Input<CustomFieldFields> Input)
    : Patch<CustomField, CustomFieldFields, CustomFieldView>(Id, Input);
