namespace AchieveApex.Domain.Resources;

/// <summary>A number that means nothing without another property: an amount without its currency.</summary>
/// <param name="unit">The property that says what it is measured in.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasuredInAttribute(string unit) : Attribute
{
    public string Unit { get; } = unit;
}
