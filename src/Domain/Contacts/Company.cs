namespace AchieveApex.Domain.Contacts;

/// <summary>An organization that the organization deals with.</summary>
public sealed class Company : Record
{
    public string Name
    {
        get;
        set => field = value.Trim();
    } = "";

    /// <summary>The host name alone, in lower case; unique within the organization.</summary>
    public string? Domain
    {
        get;
        set => field = value is null ? null : DomainName.Of(value) ?? throw new DomainException(DomainName.Expected, nameof(Domain));
    }
    public string? Website { get; set; }
    public string? Phone { get; set; }
    public string? PhoneE164 { get; set; }
    public CompanyType? Type { get; set; }
    public string? Industry { get; set; }
    public int? EmployeeCount { get; set; }

    /// <summary>In <see cref="Currency"/>, with at most 4 decimal places.</summary>
    [MeasuredIn(nameof(Currency))]
    public decimal? AnnualRevenue { get; set; }

    /// <summary>A code of ISO 4217.</summary>
    public string? Currency { get; set; }
    public string? Description { get; set; }

    /// <summary>The company that this one belongs to. No company is above itself.</summary>
    public long? ParentCompanyId { get; set; }
    public long? OwnerId { get; set; }
}

/// <summary>What a company is to the organization.</summary>
public enum CompanyType
{
    Prospect,
    Customer,
    Partner,
    Reseller,
    Investor,
    Vendor,
    Other,
}
