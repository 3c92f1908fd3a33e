namespace AchieveApex.Application.Requests;

/// <summary>The permission that a request needs.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class RequiresAttribute(Type record, Access access) : Attribute
{
    /// <summary>The record type whose resource the permission is on.</summary>
    public Type Record { get; } = record;

    /// <summary>What is done to it.</summary>
    public Access Access { get; } = access;
}

/// <inheritdoc />
/// <typeparam name="TRecord">A record of the request's own module.</typeparam>
public sealed class RequiresAttribute<TRecord>(Access access) : RequiresAttribute(typeof(TRecord), access);
