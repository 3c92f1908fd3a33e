namespace AchieveApex.Application.Errors;

/// <summary>404: no such record in the caller's organization.</summary>
public sealed class NotFound(string message) : ApiError(404, message)
{
    /// <summary>The sentence for an id, the same whether it never existed or belongs to somebody else.</summary>
    public static NotFound Record(string id) => new($"No record found for id '{id}'");
}
