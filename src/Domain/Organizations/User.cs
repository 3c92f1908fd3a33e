using AchieveApex.Domain.Permissions;

namespace AchieveApex.Domain.Organizations;

/// <summary>A person, who may be a member of several organizations.</summary>
public sealed class User(string email, DateTimeOffset createdAt) : IPartOfCaller
{
    public long Id { get; private set; }

    /// <summary>As it was typed, without surrounding space.</summary>
    public string Email { get; private set; } = email.Trim();

    /// <summary>What makes the user unique: the e-mail address in lower case.</summary>
    public string EmailKey { get; private set; } = KeyOf(email);

    /// <summary>A disabled user's keys are refused everywhere.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>The password's hash, made by the framework; null until one is set.</summary>
    public string? PasswordHash { get; set; }

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>The form in which addresses are compared.</summary>
    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();
}
