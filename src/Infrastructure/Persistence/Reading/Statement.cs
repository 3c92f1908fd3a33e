namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>A statement whose parameters are <c>$1</c>, <c>$2</c> and so on, and how each takes its value; the first is the organization.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<ValueBinder> Binders);
