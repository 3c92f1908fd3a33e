namespace AchieveApex.Api.Authentication;

/// <summary>Needs no key, but answers whoever sends one in the name of its organization.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesKeyAttribute : Attribute;
