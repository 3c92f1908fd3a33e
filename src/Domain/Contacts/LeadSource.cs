namespace AchieveApex.Domain.Contacts;

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
