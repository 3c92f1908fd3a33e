using AchieveApex.Domain.Contacts;

namespace AchieveApex.Application.Contacts;

/// <summary>What a client may write on a contact. The owner is a member, by user id.</summary>
public sealed record ContactFields(
    string? FirstName = null,
    string? LastName = null,
    string? Email = null,
    string? Phone = null,
    string? JobTitle = null,
    string? CompanyName = null,
    long? CompanyId = null,
    LifecycleStage? LifecycleStage = null,
    LeadSource? LeadSource = null,
    int? LeadScore = null,
    bool? DoNotContact = null,
    long? OwnerId = null
) : RecordFields
{
    [JsonIgnore]
    public string? PhoneE164 => PhoneNumberRules.E164(Phone);
}

internal sealed class ContactFieldsValidator : RecordFieldsValidator<ContactFields>
{
    public ContactFieldsValidator()
    {
        RuleFor(contact => contact.FirstName).MaximumLength(100);
        RuleFor(contact => contact.LastName).MaximumLength(100);
        RuleFor(contact => contact.Email).Email();
        RuleFor(contact => contact.Phone).MaximumLength(50).PhoneNumber();
        RuleFor(contact => contact.JobTitle).MaximumLength(200);
        RuleFor(contact => contact.CompanyName).MaximumLength(255);
        AtLeastOne(contact => contact.Email, contact => contact.Phone, contact => contact.FirstName, contact => contact.LastName);
    }
}

/// <summary>A contact as it is read.</summary>
public sealed record ContactView : RecordView
{
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? PhoneE164 { get; init; }
    public string? JobTitle { get; init; }
    public string? CompanyName { get; init; }
    public long? CompanyId { get; init; }
    public LifecycleStage? LifecycleStage { get; init; }
    public LeadSource? LeadSource { get; init; }
    public int? LeadScore { get; init; }
    public bool? DoNotContact { get; init; }
    public long? OwnerId { get; init; }
}

internal sealed record ContactResource() : Resource<Contact>("contacts", IsSearched: true);
