using System.Text.Json;

namespace AchieveApex.Support.OpenApi;

/// <summary>One operation of a document.</summary>
public sealed record DescribedOperation(Description Description, string Method, string Path, JsonElement Element)
{
    public string Id => Element.GetProperty("operationId").GetString()!;

    /// <summary>The list that it belongs to, for example <c>/contacts</c>.</summary>
    public string Collection => "/" + Path.Split('/')[1];

    public bool HasId => Path.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Whether it changes every match of a query.</summary>
    public bool IsBulk => Path == Collection && (Method is "PATCH" or "DELETE");

    public bool NeedsKey => !Element.TryGetProperty("security", out var security) || security.GetArrayLength() > 0;

    public IEnumerable<JsonElement> Parameters =>
        Element.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(Description.Follow) : [];

    public IEnumerable<JsonElement> QueryParameters => Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query");

    // An example without fields is not written.
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>The example of its body; null when it takes none.</summary>
    public JsonElement? Body =>
        Element.TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out var example)
                ? example
                : Nothing
            : null;

    /// <summary>The schema of its body; null when it takes none.</summary>
    public JsonElement? BodySchema =>
        Element.TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").GetProperty("application/json").GetProperty("schema")
            : null;

    public IEnumerable<(string Status, JsonElement Answer)> Answers =>
        Element.GetProperty("responses").EnumerateObject().Select(answer => (answer.Name, Description.Follow(answer.Value)));

    public override string ToString() => $"{Method} {Path}";
}
