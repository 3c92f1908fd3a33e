using System.ComponentModel.DataAnnotations;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Hosting;

/// <summary>The settings <c>Bootstrap:*</c>: what an empty database starts with. Applied once.</summary>
internal sealed class BootstrapSettings
{
    public long? OrganizationId { get; set; }

    public string? OrganizationName { get; set; }

    [EmailAddress(ErrorMessage = "AdminEmail is not an e-mail address.")]
    public string? AdminEmail { get; set; }

    /// <summary>For signing in to the dashboard; only its hash is kept.</summary>
    public string? AdminPassword { get; set; }

    /// <summary>A key in the documented form, as <c>api-key generate</c> prints one.</summary>
    public string? ApiKey { get; set; }

    public bool IsGiven => (OrganizationId, OrganizationName, AdminEmail, AdminPassword, ApiKey) != (null, null, null, null, null);

    /// <exception cref="SettingError">A value cannot be used.</exception>
    public void Check()
    {
        if (ApiKey is not null && !KeyText.IsWellFormed(ApiKey))
            throw new SettingError("Bootstrap:ApiKey is not a key: take one that 'api-key generate' prints.");
        if (OrganizationId is <= 0 or > 1L << 52)
            throw new SettingError("Bootstrap:OrganizationId must be from 1 to 2^52.");
    }
}
