namespace AchieveApex.Application.Resources;

/// <summary>
/// A rule that needs the caller or other records to be judged. The shared handlers ask it about a record as it is stored and as it is about
/// to be stored. A module adds one by writing the class.
/// </summary>
public interface IRule<in TRecord>
{
    /// <summary>Throws when the caller may not touch, or leave behind, the record as it is now.</summary>
    Task Check(TRecord record, CancellationToken cancellationToken);
}
