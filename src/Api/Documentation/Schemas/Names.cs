namespace AchieveApex.Api.Documentation.Schemas;

/// <summary>What types are called in the document.</summary>
internal static class Names
{
    private static readonly string[] Told = ["View", "Body"];

    /// <summary>The type's own name, without what its place in the document tells already: a <c>ContactView</c> is a Contact.</summary>
    public static string Of(Type type)
    {
        var name = type.Name;
        var suffix = Told.FirstOrDefault(word => name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal));
        return suffix is null ? name : name[..^suffix.Length];
    }

    /// <summary>In words, for example <c>Job title</c>.</summary>
    public static string InWords(string name) => Capital(name.Replace('_', ' ').Replace('-', ' '));

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>One word, for example <c>ApiKeys</c> of <c>api-keys</c>.</summary>
    public static string Pascal(string name) => string.Concat(name.Split('-', '_').Select(Capital));

    /// <summary>What a request does, for example <c>Patch</c> of <c>PatchContact</c>.</summary>
    public static string Verb(string request) => request[0] + string.Concat(request.Skip(1).TakeWhile(char.IsAsciiLetterLower));

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
