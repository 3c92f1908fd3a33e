namespace AchieveApex.Api.Docs;

/// <summary>Finds parts of guides and operations that hold all words. It works without a script.</summary>
internal static class DocsSearch
{
    public const int LongestQuery = 100;
    private const int Most = 20;
    private const int Around = 80;
    private static readonly char[] Between = [' ', ',', '.', '/', '"', '\''];

    public static IReadOnlyList<Hit> Find(string query, IEnumerable<Guide> guides, IEnumerable<ResourceDoc> resources)
    {
        var words = query.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0
            ? []
            :
            [
                .. guides
                    .SelectMany(PartsOf)
                    .Concat(resources.SelectMany(PartsOf))
                    .Select(part => (part, Score: Score(part, words)))
                    .Where(found => found.Score > 0)
                    .OrderByDescending(found => found.Score)
                    .Take(Most)
                    .Select(found => new Hit(found.part.Title, found.part.Path, Excerpt(found.part.Text, words[0]))),
            ];
    }

    private static IEnumerable<Part> PartsOf(Guide guide) =>
        guide.Sections.Select(section =>
            section.Id is null
                ? new Part(guide.Title, guide.Path, $"{guide.Summary} {section.Text}")
                : new Part($"{guide.Title}: {section.Heading}", $"{guide.Path}#{section.Id}", section.Text)
        );

    private static IEnumerable<Part> PartsOf(ResourceDoc resource) =>
        resource
            .Operations.Select(operation => new Part(
                $"{resource.Title}: {operation.Summary.TrimEnd('.')}",
                $"{resource.Path}#{operation.Id}",
                $"{operation.Method} {operation.Address} {operation.Description}"
            ))
            .Prepend(
                new Part(
                    resource.Title,
                    resource.Path,
                    $"{resource.Summary} Fields: {string.Join(", ", resource.Fields.Select(field => field.Name))}"
                )
            );

    // All words have to be there; those of a title count most.
    private static int Score(Part part, string[] words) =>
        words.All(word => Holds(part.Title, word) || Holds(part.Text, word))
            ? 1
                + words.Sum(word => (Holds(part.Title, word) ? 10 : 0) + (Holds(part.Text, word) ? 1 : 0))
                - (part.Path.Contains('#') ? 1 : 0)
            : 0;

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string Excerpt(string text, string word)
    {
        var at = Math.Max(0, text.IndexOf(word, StringComparison.OrdinalIgnoreCase));
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + Around));
        return $"{(from > 0 ? "… " : "")}{text[from..to].Trim()}{(to < text.Length ? " …" : "")}";
    }

    private sealed record Part(string Title, string Path, string Text);
}

/// <summary>Something that was found.</summary>
/// <param name="Excerpt">Where the first word stands.</param>
public sealed record Hit(string Title, string Path, string Excerpt);
