namespace AchieveApex.Application.Errors;

/// <summary>403: the caller is known, and may not.</summary>
public sealed class Forbidden(string message) : ApiError(403, message)
{
    /// <summary>The documented sentence.</summary>
    /// <param name="verb">What was tried, for example <c>view</c>.</param>
    /// <param name="noun">On what, for example <c>contacts</c>.</param>
    public static Forbidden To(string verb, string noun) =>
        new($"Access denied: You do not have permission to {verb} {noun}. Please contact your organization administrator.");
}
