namespace AchieveApex.Application.Resources.Querying;

/// <summary>What the caller wrote, as it is repeated in a message: in quotes, and never longer than a line.</summary>
internal static class Quoted
{
    private const int Longest = 100;

    public static string Name(string name) => name.Length <= Longest ? $"'{name}'" : $"'{Start(name)}…'";

    private static string Start(string name) => name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)];
}
