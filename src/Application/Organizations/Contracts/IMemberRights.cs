namespace AchieveApex.Application.Organizations.Contracts;

/// <summary>What members of the caller's organization may do.</summary>
public interface IMemberRights
{
    /// <summary>The permissions of a member's role, in the form of roles and scopes; null when the user is no member.</summary>
    Task<IReadOnlyList<string>?> Of(long userId, CancellationToken cancellationToken);

    /// <summary>Whether a user is an owner.</summary>
    Task<bool> IsOwner(long userId, CancellationToken cancellationToken);
}
