using System.Text.Json;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>The OpenAPI document that the running program gives out, as far as probes are made from it.</summary>
internal sealed class ApiDocument
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private readonly JsonElement root;

    private ApiDocument(JsonElement root)
    {
        this.root = root;
        Operations = [.. root.GetProperty("paths").EnumerateObject().SelectMany(OperationsOf)];
    }

    /// <summary>All that it documents.</summary>
    public IReadOnlyList<DocumentedOperation> Operations { get; }

    public static async Task<ApiDocument> Of(TestApi api)
    {
        using var client = api.Anonymous();
        return new(
            JsonElement.Parse(
                await (
                    File.Exists("/tmp/f-doc.json") ? File.ReadAllTextAsync("/tmp/f-doc.json") : client.GetStringAsync("/openapi/v1.json")
                )
            )
        );
    }

    /// <summary>What stands at the end of <c>$ref</c>.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
            element = reference.GetString()![2..].Split('/').Aggregate(root, (at, name) => at.GetProperty(Unescaped(name)));
        return element;
    }

    private IEnumerable<DocumentedOperation> OperationsOf(JsonProperty path)
    {
        var shared = Parameters(path.Value);
        foreach (var operation in path.Value.EnumerateObject().Where(member => Methods.Contains(member.Name)))
            yield return new(
                HttpMethod.Parse(operation.Name),
                path.Name,
                [.. shared, .. Parameters(operation.Value)],
                BodyOf(operation.Value),
                operation
                    .Value.GetProperty("responses")
                    .EnumerateObject()
                    .ToDictionary(x => x.Name, IReadOnlyDictionary<string, Schema?> (x) => ContentOf(Resolve(x.Value)))
            );
    }

    private List<Parameter> Parameters(JsonElement element) =>
        element.TryGetProperty("parameters", out var parameters)
            ?
            [
                .. parameters
                    .EnumerateArray()
                    .Select(Resolve)
                    .Select(x => new Parameter(x.GetProperty("name").GetString()!, x.GetProperty("in").GetString()!)),
            ]
            : [];

    private Schema? BodyOf(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) ? ContentOf(Resolve(body)).Values.FirstOrDefault() : null;

    private Dictionary<string, Schema?> ContentOf(JsonElement element) =>
        element.TryGetProperty("content", out var content)
            ? content
                .EnumerateObject()
                .ToDictionary(
                    type => type.Name,
                    type => type.Value.TryGetProperty("schema", out var schema) ? new Schema(this, schema) : null
                )
            : [];

    private static string Unescaped(string name) =>
        name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

/// <summary>A parameter, and where it stands: <c>path</c>, <c>query</c> or <c>header</c>.</summary>
internal sealed record Parameter(string Name, string In);
