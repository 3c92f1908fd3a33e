namespace AchieveApex.Domain.Resources;

/// <summary>The fields that a change gave other values, by their names on the wire, in JSON: each with what it was (<c>from</c>) and is (<c>to</c>).</summary>
public sealed record FieldChanges(string Json);
