namespace AchieveApex.Application.Errors;

/// <summary>409: the request is fine, but not with what is stored.</summary>
public sealed class Conflict(string message) : ApiError(409, message);
