namespace AchieveApex.Application.Errors;

/// <summary>429: the organization's rate limit is used up.</summary>
public sealed class TooManyRequests(string message) : ApiError(429, message);
