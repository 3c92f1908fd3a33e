using System.Text.Json.Nodes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>What an organization has, read with its own key: the records of every list of the document.</summary>
internal sealed class Belongings
{
    private const int PerCollection = 200;
    private const int Copies = 5;
    private readonly Dictionary<string, IReadOnlyList<JsonObject>> records = [];
    private readonly Dictionary<string, string> cursors = [];
    private readonly IReadOnlyList<ProbedOperation> operations;

    private Belongings(Tenant tenant, IReadOnlyList<ProbedOperation> operations) => (Tenant, this.operations) = (tenant, operations);

    public Tenant Tenant { get; }

    /// <summary>The lists that it has records in.</summary>
    public IEnumerable<string> Collections => records.Keys;

    public IEnumerable<JsonObject> All => records.Values.SelectMany(all => all);

    public static async Task<Belongings> Of(Tenant tenant, IReadOnlyList<ProbedOperation> operations)
    {
        var belongings = new Belongings(tenant, operations);
        await belongings.Read();
        return belongings;
    }

    /// <summary>Makes more records, and writes a text into every field that takes it.</summary>
    public async Task Plant(string marker)
    {
        foreach (var create in operations.Where(operation => operation.Method == HttpMethod.Post && records.ContainsKey(operation.Path)))
            for (var copy = 0; copy < Copies; copy++)
                await Tenant.Post(create.Path, Copy(create, $"{marker}-{copy}").ToJsonString());
        await Read();

        foreach (var patch in operations.Where(operation => operation.Method == HttpMethod.Patch && operation.HasId))
        foreach (var record in Of(patch.Collection))
        foreach (var (name, field) in patch.Body!.Properties)
            await Tenant.Patch(
                patch.At(_ => $"{record["id"]}"),
                new JsonObject { [name] = Marked(name, field, $"{marker}-{record["id"]}") }.ToJsonString()
            );
        await Read();
    }

    public IReadOnlyList<JsonObject> Of(string collection) => records.GetValueOrDefault(collection) ?? [];

    /// <summary>A position in its list, as it was given out.</summary>
    public string? Cursor(string collection) => cursors.GetValueOrDefault(collection);

    /// <summary>What stands in a field of its records.</summary>
    public IEnumerable<JsonValue> Values(string? collection, string field) =>
        (collection is null ? All : Of(collection)).Select(record => record[field]).OfType<JsonValue>();

    public static bool IsId(string name) => name == "id" || (name.EndsWith("_id", StringComparison.Ordinal) && name != "external_id");

    public static long? NumberOf(JsonNode? value) => value is JsonValue number && number.TryGetValue<long>(out var id) ? id : null;

    private async Task Read()
    {
        foreach (var list in operations.Where(operation => operation.IsList))
        {
            var page = await Tenant.Get($"{list.Path}?$limit={PerCollection}");
            records[list.Path] = [.. JsonNode.Parse(page.Text)!["data"]!.AsArray().Select(record => record!.AsObject())];
            if ((await Tenant.Get($"{list.Path}?$limit=1")).Header("Link") is { } link)
                cursors[list.Path] = link.Split('?')[1].Split('>')[0];
        }
    }

    // What has to be unique is made so.
    private JsonObject Copy(ProbedOperation create, string text)
    {
        var copy = Of(create.Path)[0].DeepClone().AsObject();
        foreach (var name in create.Body!.Properties.Keys.Where(name => name is "name" or "email" or "domain" or "external_id"))
            copy[name] = Marked(name, create.Body.Properties[name], text);
        return copy;
    }

    private static JsonNode Marked(string name, Schema field, string text) =>
        field.Alternatives.Any(part => part.Type == "object") ? new JsonObject { ["note"] = text }
        : name.Contains("email", StringComparison.Ordinal) ? $"{text}@example.com"
        : name == "domain" ? $"{text}.example.com"
        : name == "website" ? $"https://{text}.example.com"
        : $"{text}-{name}";
}
