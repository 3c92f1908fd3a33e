using System.Text.Json;
using AchieveApex.Support;
using AchieveApex.Support.OpenApi;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>An operation of the document that the running program gives out, as probes are made from it.</summary>
internal sealed class ProbedOperation(DescribedOperation described)
{
    public DescribedOperation Described { get; } = described;

    public HttpMethod Method { get; } = HttpMethod.Parse(described.Method);

    public string Path => Described.Path;

    /// <summary>The first part of the path, for example <c>/contacts</c>.</summary>
    public string Collection => Described.Collection;

    public bool Reads => Method == HttpMethod.Get;

    /// <summary>Whether it is about one record by its id.</summary>
    public bool HasId => Path == $"{Collection}/{{id}}";

    /// <summary>Whether it answers with a page of records.</summary>
    public bool IsList =>
        Reads && Path == Collection && Success?.Property("total") is not null && Success.Property("data")?.Items is not null;

    public bool NeedsKey => Described.NeedsKey;

    /// <summary>The names in its path.</summary>
    public IReadOnlyList<string> PathNames { get; } = [.. described.Path.Split('{').Skip(1).Select(part => part.Split('}')[0])];

    /// <summary>The names of its query parameters.</summary>
    public IReadOnlyList<string> QueryNames { get; } =
    [.. described.QueryParameters.Select(parameter => parameter.GetProperty("name").GetString()!)];

    /// <summary>What it takes; null when it takes nothing.</summary>
    public Schema? Body { get; } = described.BodySchema is { } body ? new(described.Description, body) : null;

    /// <summary>The fields of the record that it answers with, alone or in a list; none when it answers with something else.</summary>
    public IReadOnlyDictionary<string, Schema> Fields { get; } = FieldsOf(SuccessOf(described));

    /// <summary>All of the running program.</summary>
    public static async Task<IReadOnlyList<ProbedOperation>> Of(TestApi api)
    {
        using var client = api.Anonymous();
        var description = new Description(await client.GetStringAsync("/openapi/v1.json"));
        return [.. description.Operations.Select(operation => new ProbedOperation(operation))];
    }

    /// <summary>The path with values in place of its names, as they are.</summary>
    public string At(Func<string, string> value) =>
        PathNames.Aggregate(Path, (path, name) => path.Replace($"{{{name}}}", value(name), StringComparison.Ordinal));

    public override string ToString() => Described.ToString();

    private Schema? Success => SuccessOf(Described);

    private static Schema? SuccessOf(DescribedOperation described) =>
        described
            .Answers.Where(answer => answer.Status is "200" or "201")
            .Select(answer => SchemaOf(described, answer.Answer))
            .FirstOrDefault();

    private static Schema? SchemaOf(DescribedOperation described, JsonElement answer) =>
        answer.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var media)
            ? new(described.Description, media.GetProperty("schema"))
            : null;

    private static IReadOnlyDictionary<string, Schema> FieldsOf(Schema? success) =>
        (success?.Items ?? success?.Property("data")?.Items ?? success)?.Properties ?? new Dictionary<string, Schema>();
}
