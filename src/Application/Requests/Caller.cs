using AchieveApex.Application.Permissions;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Domain.Permissions;

namespace AchieveApex.Application.Requests;

/// <summary>On whose behalf a request runs.</summary>
/// <param name="OrganizationId">The only organization that it sees.</param>
/// <param name="UserId">The user; null: the program itself.</param>
/// <param name="ApiKeyId">The key that was sent; null: none was.</param>
/// <param name="Rights">What it may do now.</param>
/// <param name="AllowBulk">Whether it may change many records by one query.</param>
/// <param name="RateLimit">How many requests its organization may send; null: the server's setting.</param>
public sealed record Caller(long OrganizationId, long? UserId, long? ApiKeyId, Rights Rights, bool AllowBulk, RateLimit? RateLimit)
{
    /// <summary>The program itself, in one organization.</summary>
    public static Caller Program(long organizationId, ResourceCatalog resources) =>
        new(organizationId, null, null, Rights.Of(resources, new Grants([Grants.Everything])), AllowBulk: true, RateLimit: null);

    /// <summary>What its organization added to its records. The program itself has none to keep to.</summary>
    public CustomFieldSets CustomFields { get; init; } = CustomFieldSets.None;

    /// <summary>Whether the program itself acts, and nobody's rights are to be compared.</summary>
    public bool IsProgram => UserId is null;
}
