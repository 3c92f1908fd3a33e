namespace AchieveApex.Domain.Permissions;

/// <summary>Something on which the rights of an API key depend: when it changes, keys that were looked up before are looked up anew.</summary>
public interface IDecidesAccess;
