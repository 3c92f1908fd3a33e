namespace AchieveApex.Domain;

/// <summary>Names a rule that a planted type breaks. The rule has to see it, and nobody else.</summary>
/// <remarks>It stands in Domain, so that a plant of no layer breaks a rule by carrying it.</remarks>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class BreaksAttribute(string rule) : Attribute
{
    public string Rule { get; } = rule;
}
