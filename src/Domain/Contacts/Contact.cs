namespace AchieveApex.Domain.Contacts;

/// <summary>A person that the organization deals with.</summary>
public sealed class Contact : Record
{
    public string? FirstName { get; set; }
    public string? LastName { get; set; }

    /// <summary>As it was typed; the key, in lower case, is what is unique within the organization.</summary>
    public string? Email
    {
        get;
        set => (field, EmailKey) = (value?.Trim(), value?.Trim().ToLowerInvariant());
    }
    public string? EmailKey { get; private set; }
    public string? Phone { get; set; }
    public string? PhoneE164 { get; set; }
    public string? JobTitle { get; set; }
    public string? CompanyName { get; set; }
    public long? CompanyId { get; set; }
    public LifecycleStage? LifecycleStage { get; set; }
    public LeadSource? LeadSource { get; set; }
    public int? LeadScore { get; set; }
    public bool? DoNotContact { get; set; }
    public long? OwnerId { get; set; }
}

/// <summary>How far a contact has come on the way to a customer.</summary>
public enum LifecycleStage
{
    Subscriber,
    Lead,
    MarketingQualifiedLead,
    SalesQualifiedLead,
    Opportunity,
    Customer,
    Evangelist,
    Other,
}

/// <summary>Where a contact came from.</summary>
public enum LeadSource
{
    Call,
    Email,
    ExistingCustomer,
    Partner,
    PublicRelations,
    Website,
    Campaign,
    Referral,
    Import,
    Api,
    Other,
}
