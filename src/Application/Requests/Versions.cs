namespace AchieveApex.Application.Requests;

/// <summary>The versions of a record that a condition names.</summary>
/// <param name="Listed">Those that are named; null: whichever the record has.</param>
public sealed record Versions(IReadOnlyCollection<long>? Listed)
{
    public static Versions Any { get; } = new((IReadOnlyCollection<long>?)null);

    public bool Contain(long version) => Listed?.Contains(version) ?? true;
}
