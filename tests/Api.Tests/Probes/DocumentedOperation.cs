namespace AchieveApex.Api.Tests.Probes;

/// <summary>An operation as the document tells of it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Parameters">All of them.</param>
/// <param name="Body">What it takes; null when it takes none.</param>
/// <param name="Answers">What it answers: the body's schema by status and media type.</param>
internal sealed record DocumentedOperation(
    HttpMethod Method,
    string Path,
    IReadOnlyList<Parameter> Parameters,
    Schema? Body,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, Schema?>> Answers
)
{
    /// <summary>The first part of the path, for example <c>/contacts</c>.</summary>
    public string Collection => "/" + Path.Split('/')[1];

    public bool Reads => Method == HttpMethod.Get;

    /// <summary>Whether it is about one record by its id.</summary>
    public bool HasId => Path == $"{Collection}/{{id}}";

    /// <summary>Whether it answers with a page of records.</summary>
    public bool IsList => Reads && Path == Collection && Success?.Property("data")?.Items is not null;

    /// <summary>Whether it asks for a key.</summary>
    public bool IsKeyed => Answers.ContainsKey("401");

    /// <summary>The names in its path.</summary>
    public IEnumerable<string> PathNames => Path.Split('{').Skip(1).Select(part => part.Split('}')[0]);

    /// <summary>The fields of the record that it answers with, alone or in a list; none when it answers with something else.</summary>
    public IReadOnlyDictionary<string, Schema> Fields
    {
        get
        {
            var record = Success?.Items ?? Success?.Property("data")?.Items ?? Success;
            return record?.Properties ?? new Dictionary<string, Schema>();
        }
    }

    /// <summary>The path with values in place of its names, as they are.</summary>
    public string At(Func<string, string> value) =>
        PathNames.Aggregate(Path, (path, name) => path.Replace($"{{{name}}}", value(name), StringComparison.Ordinal));

    /// <summary>The media types that the document has for a status; null when it does not have the status.</summary>
    public IEnumerable<string>? MediaTypes(int status) =>
        (
            Answers.GetValueOrDefault($"{status}") ?? Answers.GetValueOrDefault($"{status / 100}XX") ?? Answers.GetValueOrDefault("default")
        )?.Keys;

    private Schema? Success =>
        Answers.Where(answer => answer.Key is "200" or "201").SelectMany(answer => answer.Value.Values).FirstOrDefault();

    public override string ToString() => $"{Method} {Path}";
}
