namespace AchieveApex.Domain.Resources;

/// <summary>A record that tells what happened, and so is never changed: it has no version, no second author, and nothing of a client's own.</summary>
public interface IWrittenOnce;
