namespace AchieveApex.Application.Errors;

/// <summary>412: the record is not in the state that the caller made its change depend on.</summary>
public sealed class PreconditionFailed(string message) : ApiError(412, message)
{
    /// <summary>The record is there, in another version than was asked for.</summary>
    public static PreconditionFailed At(long version) =>
        new($"The record is at version {version}, which is not what the request asked for") { Details = new { version } };
}
