using System.Text;
using AchieveApex.Api.Pages;

namespace AchieveApex.Api.Docs;

/// <summary>All guides, which are built into the program from <c>docs/guide</c>. Read when somebody first asks for one.</summary>
internal static class Guides
{
    private const string Prefix = "guide/";

    private static readonly Lazy<IReadOnlyList<Guide>> Read = new(() =>
        [.. EmbeddedFiles.Names(Prefix).Select(Parse).OrderBy(guide => guide.Order)]
    );

    public static IReadOnlyList<Guide> All => Read.Value;

    /// <summary>The guide with a name, or null.</summary>
    public static Guide? Find(string name) => All.FirstOrDefault(guide => guide.Name == name);

    private static Guide Parse(string file) => Guide.Parse(file[Prefix.Length..], Encoding.UTF8.GetString(EmbeddedFiles.Read(file)));
}
