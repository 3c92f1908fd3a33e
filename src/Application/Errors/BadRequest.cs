namespace AchieveApex.Application.Errors;

/// <summary>400: the request is malformed, or its content is not valid.</summary>
public sealed class BadRequest(string message) : ApiError(400, message)
{
    /// <summary>Content that breaks rules, all problems at once.</summary>
    public static BadRequest Invalid(IReadOnlyDictionary<string, string[]> errors) => new("Validation failed") { Errors = errors };

    /// <summary>A reference that names no record, or one of another organization: the two are not told apart.</summary>
    public static BadRequest NoRecord(string field) => Invalid(field, "names no record of your organization");

    /// <summary>Content with one problem.</summary>
    public static BadRequest Invalid(string field, string problem) => Invalid(new Dictionary<string, string[]> { [field] = [problem] });
}
