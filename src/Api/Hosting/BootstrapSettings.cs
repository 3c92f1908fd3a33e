using System.ComponentModel.DataAnnotations;
using AchieveApex.Application.ApiKeys;

namespace AchieveApex.Api.Hosting;

/// <summary>The settings <c>Bootstrap:*</c>: what an empty database starts with. Applied once.</summary>
internal sealed class BootstrapSettings : IValidatableObject
{
    [Range(1, 1L << 52)]
    public long? OrganizationId { get; set; }

    [StringLength(255, MinimumLength = 1)]
    public string? OrganizationName { get; set; }

    [EmailAddress, StringLength(254)]
    public string? AdminEmail { get; set; }

    /// <summary>For signing in to the dashboard; only its hash is kept.</summary>
    public string? AdminPassword { get; set; }

    /// <summary>A key in the documented form, as <c>api-key generate</c> prints one.</summary>
    public string? ApiKey { get; set; }

    public bool IsGiven => (OrganizationId, OrganizationName, AdminEmail, AdminPassword, ApiKey) != (null, null, null, null, null);

    // Without the text, which is a secret.
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        ApiKey is null || KeyText.IsWellFormed(ApiKey)
            ? []
            : [new("ApiKey is not a key: take one that the command 'api-key generate' prints.")];
}
