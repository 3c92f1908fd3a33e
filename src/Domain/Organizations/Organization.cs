using AchieveApex.Domain.Permissions;

namespace AchieveApex.Domain.Organizations;

/// <summary>A tenant. Everything else that is stored belongs to exactly one, users apart.</summary>
public sealed class Organization(string name, DateTimeOffset createdAt) : IPartOfCaller
{
    public long Id { get; init; }

    /// <summary>Up to 255 characters.</summary>
    public string Name { get; set; } = name;

    /// <summary>Requests in a window; null: the server's setting.</summary>
    public int? MaxRequests { get; set; }

    /// <summary>The window in seconds; null: the server's setting.</summary>
    public int? WindowSeconds { get; set; }

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
}
