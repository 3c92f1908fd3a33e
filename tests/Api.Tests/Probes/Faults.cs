namespace AchieveApex.Api.Tests.Probes;

/// <summary>Many faults, told in few: the shortest of each kind, which is its first line.</summary>
internal static class Faults
{
    private const int Most = 12;

    public static string Told(IReadOnlyCollection<string> faults) =>
        string.Join(
            "\n\n",
            faults
                .GroupBy(fault => fault.Split('\n')[0])
                .OrderByDescending(kind => kind.Count())
                .Take(Most)
                .Select(kind => $"{kind.Count()} × {kind.MinBy(fault => fault.Length)}")
        );
}
