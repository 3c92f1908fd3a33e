using System.Text.Json.Nodes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>What an organization has, read with its own key: a few records of every list of the document.</summary>
internal sealed class Belongings
{
    private const int PerCollection = 4;
    private readonly Dictionary<string, IReadOnlyList<JsonObject>> records = [];

    private Belongings(Tenant tenant) => Tenant = tenant;

    public Tenant Tenant { get; }

    /// <summary>A value of a list's <c>Link</c>, if it gave one.</summary>
    public string? Link { get; private set; }

    /// <summary>Ids of its records, its users and of itself.</summary>
    public IReadOnlyList<long> Ids { get; private set; } = [];

    public static async Task<Belongings> Of(Tenant tenant, ApiDocument document)
    {
        var belongings = new Belongings(tenant);
        foreach (var list in document.Operations.Where(operation => operation.Reads && IsList(operation)))
            await belongings.Read(list.Path);
        belongings.Ids =
        [
            .. belongings
                .records.Values.SelectMany(all => all)
                .SelectMany(record => record)
                .Where(field => IsId(field.Key) && field.Value is JsonValue)
                .Select(field => field.Value!.GetValue<long>())
                .Distinct(),
        ];
        return belongings;
    }

    /// <summary>Writes a text into every field that takes it.</summary>
    public async Task Plant(string marker, ApiDocument document)
    {
        foreach (
            var patch in document.Operations.Where(operation =>
                operation.Method == HttpMethod.Patch && operation.Path.EndsWith("/{id}", StringComparison.Ordinal)
            )
        )
        foreach (var record in Records(patch.Collection))
        foreach (var (name, field) in patch.Body!.Properties)
            await Tenant.Patch(patch.At(_ => $"{record["id"]}"), new JsonObject { [name] = Marked(name, field, marker) }.ToJsonString());

        foreach (var collection in records.Keys.ToList())
            await Read(collection);
    }

    public IReadOnlyList<JsonObject> Records(string collection) => records.GetValueOrDefault(collection) ?? [];

    /// <summary>Records of one list, or of all.</summary>
    public IEnumerable<JsonObject> All(string? collection) =>
        collection is null ? records.Values.SelectMany(all => all) : Records(collection);

    public bool Holds(string text) =>
        records.Values.SelectMany(all => all).Any(record => record.ToJsonString().Contains(text, StringComparison.Ordinal));

    public static bool IsId(string name) => name == "id" || name.EndsWith("_id", StringComparison.Ordinal) && name != "external_id";

    private static bool IsList(DocumentedOperation operation) =>
        !operation.PathNames.Any() && operation.Fields.ContainsKey("organization_id");

    private static JsonNode Marked(string name, Schema field, string marker) =>
        field.Properties.Count > 0 || field.Alternatives.Any(part => part.Type == "object")
            ? new JsonObject { ["note"] = $"{marker}-{name}" }
        : name.Contains("email", StringComparison.Ordinal) ? $"{marker}@example.com"
        : $"{marker}-{name}";

    private async Task Read(string collection)
    {
        var page = await Tenant.Get($"{collection}?$limit={PerCollection}");
        records[collection] = [.. JsonNode.Parse(page.Text)!["data"]!.AsArray().Select(record => record!.AsObject())];
        Link = (await Tenant.Get($"{collection}?$limit=1")).Header("Link") ?? Link;
    }
}
