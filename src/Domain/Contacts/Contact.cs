using AchieveApex.Domain.Resources;

namespace AchieveApex.Domain.Contacts;

/// <summary>A person that the organization deals with.</summary>
public sealed class Contact : Record
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>As it was typed, without surrounding space.</summary>
    public string? Email
    {
        get;
        set => (field, EmailKey) = (value?.Trim(), value?.Trim().ToLowerInvariant());
    }

    /// <summary>What is unique within the organization: the address in lower case.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>As it was typed.</summary>
    public string? Phone { get; set; }

    /// <summary>The phone number in E.164, when it was typed with its country code.</summary>
    public string? PhoneE164 { get; set; }

    public string? JobTitle { get; set; }

    public string? CompanyName { get; set; }

    public LifecycleStage? LifecycleStage { get; set; }

    public LeadSource? LeadSource { get; set; }

    public int? LeadScore { get; set; }

    public bool? DoNotContact { get; set; }

    /// <summary>The member who looks after the contact, by user id.</summary>
    public long? OwnerId { get; set; }
}
