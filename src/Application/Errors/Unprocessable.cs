namespace AchieveApex.Application.Errors;

/// <summary>422: the request is well-formed, but contradicts an earlier one.</summary>
public sealed class Unprocessable(string message) : ApiError(422, message);
