using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

/// <summary>What stands above all organizations: the organizations themselves, and the users, who may be members of several.</summary>
public interface IOrganizationRegistry
{
    /// <summary>Whether there is no organization at all.</summary>
    Task<bool> IsEmpty(CancellationToken cancellationToken);

    /// <summary>Runs work in one transaction if there is no organization at all, for one program at a time; else answers null.</summary>
    Task<T?> WhenEmpty<T>(Func<Task<T>> work, CancellationToken cancellationToken)
        where T : class;

    /// <summary>An organization, or null.</summary>
    Task<Organization?> Find(long id, CancellationToken cancellationToken);

    /// <summary>Adds an organization, enters it in the program's own name and fills it, in one transaction.</summary>
    Task Found(Organization organization, Func<Task> fill, CancellationToken cancellationToken);

    /// <summary>The user with an e-mail address, added when missing.</summary>
    Task<User> EnsureUser(string email, CancellationToken cancellationToken);

    /// <summary>Gives a user a password, of which only the hash is known here.</summary>
    Task SetPasswordHash(long userId, string hash, CancellationToken cancellationToken);
}
