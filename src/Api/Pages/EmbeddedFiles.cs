using System.Reflection;

namespace AchieveApex.Api.Pages;

/// <summary>Files that were built into the program, so that nothing has to lie beside it.</summary>
internal static class EmbeddedFiles
{
    private static readonly Assembly Program = typeof(EmbeddedFiles).Assembly;

    /// <summary>The names that begin with a text.</summary>
    public static IEnumerable<string> Names(string prefix) =>
        Program.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    public static byte[] Read(string name)
    {
        using var file = Program.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }
}
