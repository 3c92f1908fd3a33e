using AchieveApex.Domain.Contacts;

namespace AchieveApex.Application.Contacts;

/// <summary>What a client may write on a company. The owner is a member, by user id.</summary>
public sealed record CompanyFields(
    string? Name = null,
    string? Domain = null,
    string? Website = null,
    string? Phone = null,
    CompanyType? Type = null,
    string? Industry = null,
    int? EmployeeCount = null,
    decimal? AnnualRevenue = null,
    string? Currency = null,
    string? Description = null,
    long? ParentCompanyId = null,
    long? OwnerId = null
) : RecordFields
{
    [JsonIgnore]
    public string? PhoneE164 => PhoneNumberRules.E164(Phone);
}

internal sealed class CompanyFieldsValidator : RecordFieldsValidator<CompanyFields>
{
    public CompanyFieldsValidator()
    {
        RuleFor(company => company.Name).NotEmpty().MaximumLength(255);
        RuleFor(company => company.Domain)
            .MaximumLength(255)
            .Must(text => text is null || DomainName.Of(text) is not null)
            .WithMessage(DomainName.Expected);
        RuleFor(company => company.Website).MaximumLength(2000).WebAddress();
        RuleFor(company => company.Phone).MaximumLength(50).PhoneNumber();
        RuleFor(company => company.Industry).MaximumLength(100);
        RuleFor(company => company.EmployeeCount).GreaterThanOrEqualTo(0);
        RuleFor(company => company.AnnualRevenue).GreaterThanOrEqualTo(0);
        RuleFor(company => company.Currency).Currency();
        WithCurrency(company => company.AnnualRevenue, company => company.Currency);
        RuleFor(company => company.Description).MaximumLength(5000);
    }
}

/// <summary>A company as it is read.</summary>
public sealed record CompanyView : RecordView
{
    public string Name { get; init; } = "";
    public string? Domain { get; init; }
    public string? Website { get; init; }
    public string? Phone { get; init; }
    public string? PhoneE164 { get; init; }
    public CompanyType? Type { get; init; }
    public string? Industry { get; init; }
    public int? EmployeeCount { get; init; }
    public decimal? AnnualRevenue { get; init; }
    public string? Currency { get; init; }
    public string? Description { get; init; }
    public long? ParentCompanyId { get; init; }
    public long? OwnerId { get; init; }
}

internal sealed record CompanyResource() : Resource<Company>("companies", IsSearched: true);
