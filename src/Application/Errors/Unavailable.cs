namespace AchieveApex.Application.Errors;

/// <summary>503: something the answer needs is down.</summary>
public sealed class Unavailable(string message) : ApiError(503, message);
