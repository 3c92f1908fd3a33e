namespace AchieveApex;

/// <summary>Names the rule that a planted type breaks. The rule has to see it.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class BreaksAttribute(string rule) : Attribute
{
    public string Rule { get; } = rule;
}
