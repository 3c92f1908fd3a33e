namespace AchieveApex.Domain.Permissions;

/// <summary>Something that is known of a caller: when it changes, keys that were looked up before are looked up anew.</summary>
public interface IPartOfCaller;
