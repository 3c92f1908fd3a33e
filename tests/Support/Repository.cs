namespace AchieveApex.Support;

/// <summary>The files beside the code.</summary>
public static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory.TrimEnd('/'));

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string RootAbove(string folder) =>
        Directory.EnumerateFiles(folder, "*.sln").Any() ? folder : RootAbove(Path.GetDirectoryName(folder)!);
}
