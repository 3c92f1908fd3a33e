namespace AchieveApex.Application.Errors;

/// <summary>401: there is no key, or none that works.</summary>
public sealed class NotAuthenticated(string message) : ApiError(401, message);
