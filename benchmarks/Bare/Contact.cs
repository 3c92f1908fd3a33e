using System.Text.Json;
using System.Text.Json.Serialization;

namespace AchieveApex.Bare;

/// <summary>A contact as the real program answers it.</summary>
internal sealed record Contact(
    long Id,
    long OrganizationId,
    string? FirstName,
    string? LastName,
    string? Email,
    string? Phone,
    [property: JsonPropertyName("phone_e164")] string? PhoneE164,
    string? JobTitle,
    string? CompanyName,
    long? CompanyId,
    string? LifecycleStage,
    string? LeadSource,
    int? LeadScore,
    bool? DoNotContact,
    long? OwnerId,
    string? ExternalId,
    JsonElement CustomFields,
    long Version,
    DateTimeOffset CreatedAt,
    long? CreatedByUserId,
    long? CreatedByApiKeyId,
    DateTimeOffset UpdatedAt,
    long? UpdatedByUserId,
    long? UpdatedByApiKeyId
);

/// <summary>What the benchmark sends.</summary>
internal sealed record ContactInput(
    string? FirstName,
    string? LastName,
    string? Email,
    string? Phone,
    string? JobTitle,
    string? CompanyName,
    string? LifecycleStage,
    int? LeadScore
);

internal sealed record ContactPage(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Total,
    int Limit,
    int Skip,
    IReadOnlyList<Contact> Data
);
