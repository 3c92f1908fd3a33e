namespace AchieveApex.Api.RateLimiting;

/// <summary>An action that is neither counted nor refused by the rate limit.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FreeOfChargeAttribute : Attribute;
