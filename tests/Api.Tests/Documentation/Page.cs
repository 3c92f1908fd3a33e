using System.Text.Json;
using System.Text.Json.Nodes;

namespace AchieveApex.Api.Tests.Documentation;

/// <summary>The published page's texts, by their headings.</summary>
internal static class Page
{
    private static readonly string Text = Read();

    /// <summary>The code block under a heading.</summary>
    public static string Under(string heading)
    {
        var after = Text[(Text.IndexOf($"## {heading}\n", StringComparison.Ordinal) + heading.Length)..];
        var start = after.IndexOf('\n', after.IndexOf("```", StringComparison.Ordinal)) + 1;
        return after[start..after.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    /// <summary>The same JSON without white space; names stay in their order.</summary>
    public static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions());

    private static string Read()
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream("authentication.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
