namespace AchieveApex.Application.Errors;

/// <summary>A refusal that the caller is told about: a status, a sentence, and what is wrong with which field.</summary>
public abstract class ApiError(int code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Code { get; } = code;

    /// <summary>The wire name, for example <c>NotFound</c>.</summary>
    public string Name => ErrorKind.Of(Code).Name;

    /// <summary>Facts for a program, sent as <c>data</c>.</summary>
    public object? Details { get; init; }

    /// <summary>Problems by field, sent as <c>errors</c>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The smallest number of whole seconds after which another try makes sense, sent as <c>Retry-After</c>.</summary>
    public int? RetryAfter { get; init; }
}
