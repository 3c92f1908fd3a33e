namespace AchieveApex.Application.Errors;

/// <summary>412: the record is no longer what the caller thinks it is.</summary>
public sealed class PreconditionFailed(string message) : ApiError(412, message);
