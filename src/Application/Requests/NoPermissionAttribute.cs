namespace AchieveApex.Application.Requests;

/// <summary>The spoken exception: a request that needs no permission, and why.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NoPermissionAttribute(string reason) : Attribute
{
    /// <summary>Why, for the next reader.</summary>
    public string Reason { get; } = reason;
}
