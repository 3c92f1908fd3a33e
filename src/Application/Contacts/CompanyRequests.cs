using AchieveApex.Domain.Contacts;

namespace AchieveApex.Application.Contacts;

[Requires<Company>(Access.View)]
public sealed record ListCompanies : List<Company, CompanyView>;

[Requires<Company>(Access.View)]
public sealed record GetCompany(RecordId Id) : Get<Company, CompanyView>(Id);

[Requires<Company>(Access.Create)]
public sealed record CreateCompany(Input<CompanyFields> Input) : Create<Company, CompanyFields, CompanyView>(Input);

[Requires<Company>(Access.Update)]
public sealed record ReplaceCompany(RecordId Id, Input<CompanyFields> Input) : Replace<Company, CompanyFields, CompanyView>(Id, Input);

[Requires<Company>(Access.Update)]
public sealed record PatchCompany(RecordId Id, Input<CompanyFields> Input) : Patch<Company, CompanyFields, CompanyView>(Id, Input);

[Requires<Company>(Access.Delete)]
public sealed record RemoveCompany(RecordId Id) : Remove<Company, CompanyView>(Id);

[Requires<Company>(Access.View)]
public sealed record GetCompanyTimeline(RecordId Id) : Timeline<Company>(Id);

[Requires<Company>(Access.Update | Access.Delete)]
public sealed record MergeCompany(RecordId Id, Input<IntoFields> Input) : MergeInto<Company, CompanyFields, CompanyView>(Id, Input);
