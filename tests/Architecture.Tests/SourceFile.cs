using System.Text.RegularExpressions;

namespace AchieveApex.Architecture.Tests;

/// <summary>A file of C#, for what the compiler leaves nothing of.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Text">Without comments.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    public string Namespace => Declared().Match(Text).Groups[1].Value;

    /// <summary>By convention the file is named for its type.</summary>
    public string TypeName => $"{Namespace}.{System.IO.Path.GetFileNameWithoutExtension(Path)}";

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The hand-written files of a folder.</summary>
    public static IEnumerable<SourceFile> Under(string folder) =>
        Directory
            .EnumerateFiles(System.IO.Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "Migrations"))
            .Select(path => new SourceFile(path, Comment().Replace(File.ReadAllText(System.IO.Path.Combine(Root, path)), "")));

    private static string FindRoot(string folder) =>
        Directory.EnumerateFiles(folder, "*.sln").Any() ? folder : FindRoot(System.IO.Path.GetDirectoryName(folder.TrimEnd('/'))!);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\s*///?.*$|\s//\s.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
