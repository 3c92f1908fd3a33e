using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Support.OpenApi;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>A schema of the document, with its references followed and its parts put together.</summary>
internal sealed class Schema(Description document, JsonElement json)
{
    private readonly JsonElement self = document.Follow(json);

    /// <summary>What a value may be, one by one; null is left out.</summary>
    public IReadOnlyList<Schema> Alternatives =>
        Parts("oneOf").Concat(Parts("anyOf")).SelectMany(part => part.Alternatives).Where(part => part.Type != "null").ToList()
            is { Count: > 0 } parts
            ? parts
            : [this];

    /// <summary>The type, of several the one that is not null; empty when the document has none.</summary>
    public string Type => Types.FirstOrDefault(type => type != "null") ?? (Types.Contains("null") ? "null" : "");

    public bool IsNullable => Types.Contains("null") || Parts("oneOf").Concat(Parts("anyOf")).Any(part => part.Types.Contains("null"));

    public string Format => Text("format") ?? "";

    /// <summary>Whether it is shown and cannot be written.</summary>
    public bool IsReadOnly => json.TryGetProperty("readOnly", out var told) && told.GetBoolean();

    /// <summary>What it is when it is left out; null when the document has nothing.</summary>
    public JsonNode? Default => json.TryGetProperty("default", out var standard) ? JsonNode.Parse(standard.GetRawText()) : null;

    /// <summary>The properties that have to be there.</summary>
    public IReadOnlyList<string> Required =>
        Alternatives[0].self.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    /// <summary>The allowed values, as JSON.</summary>
    public IReadOnlyList<string> Values =>
        self.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(value => value.GetRawText())] : [];

    public IReadOnlyDictionary<string, Schema> Properties =>
        Own("properties")
            .Concat(Parts("allOf").SelectMany(part => part.Properties))
            .Concat(Alternatives.Where(part => part != this).SelectMany(part => part.Properties))
            .DistinctBy(property => property.Key)
            .ToDictionary();

    /// <summary>What an array holds; null when it is none.</summary>
    public Schema? Items =>
        Alternatives
            .Select(part => part.self)
            .Where(part => part.TryGetProperty("items", out _))
            .Select(part => new Schema(document, part.GetProperty("items")))
            .FirstOrDefault();

    public Schema? Property(string name) => Properties.GetValueOrDefault(name);

    /// <summary>A bound such as <c>maxLength</c>.</summary>
    public long? Bound(string name) => self.TryGetProperty(name, out var bound) && bound.TryGetInt64(out var value) ? value : null;

    private IReadOnlyList<string?> Types =>
        !self.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString())]
        : [type.GetString()];

    private string? Text(string name) => self.TryGetProperty(name, out var text) ? text.GetString() : null;

    private IEnumerable<Schema> Parts(string name) =>
        self.TryGetProperty(name, out var parts) ? parts.EnumerateArray().Select(part => new Schema(document, part)) : [];

    private IEnumerable<KeyValuePair<string, Schema>> Own(string name) =>
        self.TryGetProperty(name, out var members)
            ? members.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, new Schema(document, member.Value)))
            : [];
}
