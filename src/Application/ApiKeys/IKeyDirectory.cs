namespace AchieveApex.Application.ApiKeys;

/// <summary>Finds who holds a key, over all organizations: it is asked before the organization is known.</summary>
public interface IKeyDirectory
{
    /// <summary>The holder of an active key of an active member; null otherwise. At most 30 s old, 1 s after a change that could be announced.</summary>
    ValueTask<KeyHolder?> Find(KeyDigest digest, CancellationToken cancellationToken);
}
