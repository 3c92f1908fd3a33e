namespace AchieveApex.Application.Resources;

/// <summary>The events of all organizations as one thing that is written to its end.</summary>
public interface IEventLog
{
    /// <summary>Numbers an organization's events that were kept so far and have no number yet.</summary>
    Task Seal(long organizationId, CancellationToken cancellationToken);

    /// <summary>The same for every organization.</summary>
    Task SealAll(CancellationToken cancellationToken);

    /// <summary>The organizations that have events.</summary>
    Task<IReadOnlyList<long>> Organizations(CancellationToken cancellationToken);

    /// <summary>Reads an organization's events from the first to the last, and stops at the first one that is not as it was written.</summary>
    Task<ChainState> Verify(long organizationId, CancellationToken cancellationToken);
}

/// <summary>How far an organization's events are as they were written.</summary>
/// <param name="Sound">How many are, from the first on.</param>
/// <param name="Hash">The hash of the last of these: whoever keeps it elsewhere can tell later that none was taken off the end.</param>
/// <param name="Broken">The number of the first that was changed, or is missing; null when none is.</param>
public sealed record ChainState(long Sound, string? Hash, long? Broken);
