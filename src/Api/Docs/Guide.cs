using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AchieveApex.Api.Docs;

/// <summary>A page of the documentation that was written by hand.</summary>
/// <param name="Name">The last part of its address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Summary">What the reader can do afterwards.</param>
/// <param name="Order">Guides are shown from the lowest to the highest.</param>
/// <param name="Html">The text, rendered.</param>
/// <param name="Sections">Its parts, to be searched and listed; the first one is what stands before all headings.</param>
public sealed record Guide(string Name, string Title, string Summary, int Order, string Html, IReadOnlyList<GuideSection> Sections)
{
    private const string Fence = "---";

    public string Path => $"{DocsHosting.Root}/{Name}";

    /// <param name="name">The last part of its address.</param>
    /// <param name="text">Markdown behind lines of <c>title</c>, <c>summary</c> and <c>order</c>, which stand between two fences.</param>
    /// <exception cref="FormatException">One of them is missing.</exception>
    public static Guide Parse(string name, string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split($"{Fence}\n", 3);
        if (parts is not ["", var head, var body])
            throw new FormatException($"The guide '{name}' does not begin with its title.");

        var document = Markdown.Parse(body, Prose.Pipeline);
        return new(
            name,
            Line(name, head, "title"),
            Line(name, head, "summary"),
            int.Parse(Line(name, head, "order"), System.Globalization.CultureInfo.InvariantCulture),
            document.ToHtml(Prose.Pipeline),
            SectionsOf(document)
        );
    }

    private static string Line(string guide, string head, string name) =>
        head.Split('\n').FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))?[(name.Length + 2)..].Trim()
        ?? throw new FormatException($"The guide '{guide}' has no {name}.");

    private static List<GuideSection> SectionsOf(MarkdownDocument document)
    {
        List<GuideSection> sections = [new("", null, 0, "")];
        foreach (var block in document)
            if (block is HeadingBlock heading)
                sections.Add(new(TextOf(heading), heading.GetAttributes().Id, heading.Level, ""));
            else
                sections[^1] = sections[^1] with { Text = $"{sections[^1].Text} {TextOf(block)}".Trim() };
        return sections;
    }

    private static string TextOf(Block block) =>
        block switch
        {
            CodeBlock code => code.Lines.ToString(),
            ContainerBlock blocks => Joined(blocks.Select(TextOf)),
            LeafBlock { Inline: { } inline } => Joined(
                inline
                    .Descendants()
                    .Select(part =>
                        part switch
                        {
                            CodeInline code => code.Content,
                            LiteralInline literal => literal.Content.ToString(),
                            _ => "",
                        }
                    )
            ),
            _ => "",
        };

    private static string Joined(IEnumerable<string> texts) => string.Join(' ', texts.Where(text => text.Length > 0));
}

/// <summary>A part of a guide.</summary>
/// <param name="Heading">Empty before the first heading.</param>
/// <param name="Id">What a link leads to; null before the first heading.</param>
/// <param name="Level">2 for a main heading.</param>
/// <param name="Text">Without marks.</param>
public sealed record GuideSection(string Heading, string? Id, int Level, string Text);
