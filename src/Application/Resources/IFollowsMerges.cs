namespace AchieveApex.Application.Resources;

/// <summary>A read of one record that finds, in place of one that was merged, the record that it went on in.</summary>
public interface IFollowsMerges
{
    /// <summary>The record that was found in place of the one that was asked for; null when that one was.</summary>
    long? Survivor { get; }
}
