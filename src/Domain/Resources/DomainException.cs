namespace AchieveApex.Domain.Resources;

/// <summary>A rule of the domain refuses the change. The message is a sentence for the API's user.</summary>
/// <param name="field">The entity's property that is to blame, if one is.</param>
public sealed class DomainException(string message, string? field = null) : Exception(message)
{
    /// <summary>The property that is to blame, if one is.</summary>
    public string? Field { get; } = field;
}
