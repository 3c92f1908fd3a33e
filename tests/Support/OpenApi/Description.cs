using System.Text.Json;

namespace AchieveApex.Support.OpenApi;

/// <summary>An OpenAPI document, read.</summary>
public sealed class Description
{
    private readonly JsonElement root;

    public Description(string json)
    {
        root = JsonElement.Parse(json);
        Operations =
        [
            .. root.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path =>
                    path.Value.EnumerateObject()
                        .Select(method => new DescribedOperation(this, method.Name.ToUpperInvariant(), path.Name, method.Value))
                ),
        ];
    }

    /// <summary>The one in the repository.</summary>
    public static Description Kept { get; } = new(Repository.Read("docs/openapi/v1.json"));

    public JsonElement Root => root;

    public IReadOnlyList<DescribedOperation> Operations { get; }

    public DescribedOperation this[string operationId] => Operations.Single(operation => operation.Id == operationId);

    /// <summary>What is told under a name elsewhere in the document, or the thing itself.</summary>
    public JsonElement Follow(JsonElement part)
    {
        while (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("$ref", out var reference))
            part = At(reference.GetString()!);
        return part;
    }

    private JsonElement At(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (part, name) => part.GetProperty(name.Replace("~1", "/").Replace("~0", "~")));
}
