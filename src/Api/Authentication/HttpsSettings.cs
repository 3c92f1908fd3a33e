using System.ComponentModel.DataAnnotations;
using AchieveApex.Application.Requests;

namespace AchieveApex.Api.Authentication;

/// <summary>The settings <c>Https:*</c>.</summary>
internal sealed class HttpsSettings : IValidatableObject
{
    /// <summary>Keys over plain HTTP are refused, not redirected: by then they have been read by others. True outside Development.</summary>
    public bool Required { get; set; }

    /// <summary>Proxies (address or CIDR) whose <c>X-Forwarded-Proto</c> and <c>X-Forwarded-For</c> are believed.</summary>
    public string[] TrustedProxies { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        TrustedProxies
            .Where(proxy => !Networks.IsValid(proxy))
            .Select(proxy => new ValidationResult($"TrustedProxies holds '{proxy}': write an address or a network, as 10.0.0.0/8."));
}
