namespace AchieveApex.Domain.Contacts;

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
