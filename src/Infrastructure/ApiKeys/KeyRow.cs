using System.Data.Common;
using System.Text.Json;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Permissions;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Permissions;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>What one look at the database tells about a key.</summary>
internal sealed record KeyRow(
    long Id,
    long OrganizationId,
    long UserId,
    string Scopes,
    string AllowedIps,
    bool AllowBulk,
    DateTimeOffset? ExpiresAt,
    string Permissions,
    int? MaxRequests,
    int? WindowSeconds
)
{
    /// <summary>Active keys of active members of the one digest; on PostgreSQL the body of a function that may look over all organizations.</summary>
    public const string Select = """
        SELECT k.id, k.organization_id, k.user_id, k.scopes, k.allowed_ips, k.allow_bulk, k.expires_at, r.permissions, o.max_requests, o.window_seconds
        FROM api_keys k
        JOIN members m ON m.organization_id = k.organization_id AND m.user_id = k.user_id AND m.status = 'active'
        JOIN roles r ON r.organization_id = m.organization_id AND r.id = m.role_id
        JOIN users u ON u.id = m.user_id AND NOT u.is_disabled
        JOIN organizations o ON o.id = k.organization_id
        WHERE k.digest = {0} AND k.status = 'active'
        """;

    /// <summary>The columns of <see cref="Select"/>.</summary>
    public static KeyRow Of(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetInt64(2),
            row.GetString(3),
            row.GetString(4),
            row.GetBoolean(5),
            row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
            row.GetString(7),
            row.IsDBNull(8) ? null : row.GetInt32(8),
            row.IsDBNull(9) ? null : row.GetInt32(9)
        );

    public KeyHolder Holder(ResourceCatalog resources, RateLimitOptions defaults) =>
        new(
            new Caller(
                OrganizationId,
                UserId,
                Id,
                Rights.Of(resources, new Grants(Texts(Permissions)), new Grants(Texts(Scopes))),
                AllowBulk,
                new RateLimit(MaxRequests ?? defaults.MaxRequests, WindowSeconds ?? defaults.WindowSeconds)
            ),
            ExpiresAt,
            [.. Texts(AllowedIps).Select(Networks.Parse)]
        );

    private static string[] Texts(string json) => JsonSerializer.Deserialize<string[]>(json)!;
}
