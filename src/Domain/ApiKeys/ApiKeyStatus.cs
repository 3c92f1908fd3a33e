namespace AchieveApex.Domain.ApiKeys;

/// <summary>Whether a key is switched on. Expiry is separate.</summary>
public enum ApiKeyStatus
{
    Active,
    Deactivated,
}
