using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>Makes records of any resource in one organization, and before them those that they name.</summary>
internal sealed class SampleRecords(Tenant tenant)
{
    // Far from the numbers of other samples, so that nothing that has to be unique meets.
    private const int FirstReferred = 1_000;
    private readonly Dictionary<(string Collection, int Number), JsonObject> referred = [];

    public Tenant Tenant => tenant;

    /// <summary>A body with every field that fits beside the others. Each number makes another one.</summary>
    public Task<JsonObject> Body(ConformingResource resource, int number) => Body(resource, number, isFull: true);

    // Records that are named by others name as few as possible themselves: there may be circles.
    private async Task<JsonObject> Body(ConformingResource resource, int number, bool isFull)
    {
        var body = new JsonObject();
        foreach (var (name, field) in ConformingResource.Writable(resource.Create!))
            if (
                (isFull || IsShown(resource, name) || ConformingResource.Named(name, field) is null)
                && await Value(resource, name, field, number) is { } value
            )
                body[name] = value;

        Particulars.Adjust(resource, body);
        return body;
    }

    /// <summary>A new record with every field, or with those alone that it cannot be without.</summary>
    public async Task<JsonObject> Make(ConformingResource resource, int number, bool isFull = true)
    {
        if (resource.Create is null)
            return await Particulars.Make(this, resource, number);

        var whole = await Body(resource, number, isFull);
        var (reply, _) = await FewFields.Send(
            body => tenant.Post(resource.Collection, body),
            whole,
            isFull ? whole.Select(field => field.Key) : resource.Create.Body!.Required
        );
        return reply.Status == 201
            ? JsonNode.Parse(reply.Text)!.AsObject()
            : throw new InvalidOperationException($"{resource.Collection} does not take {whole.ToJsonString()}: {reply.Text}");
    }

    /// <summary>The id of a record that others name, the same for the same number.</summary>
    public async Task<long> Named(string collection, int number)
    {
        if (!referred.TryGetValue((collection, number), out var record))
            record = referred[(collection, number)] = await Make(ConformingResource.Of(collection), FirstReferred + number, isFull: false);
        return record[collection == ConformingResource.Members ? "user_id" : "id"]!.GetValue<long>();
    }

    private static bool IsShown(ConformingResource resource, string field) =>
        resource.Create!.Described.Body!.Value.TryGetProperty(field, out _);

    private static bool IsNeeded(ConformingResource resource, string field) => resource.Create!.Body!.Required.Contains(field);

    // Optional values repeat, so that sorting meets equal ones. Texts do not: some have to be unique.
    private async Task<JsonNode?> Value(ConformingResource resource, string name, Schema field, int number)
    {
        var isText = field.Alternatives[0] is { Type: "string", Values.Count: 0 };
        var few = isText || IsNeeded(resource, name) ? number : number / 2;
        if (ConformingResource.Named(name, field) is { } named)
            return await Named(named, few);

        // What the example leaves out does not fit beside the rest of it.
        return resource.Create!.Described.Body!.Value.TryGetProperty(name, out var shown)
            ? SampleValue.Of(name, field, JsonNode.Parse(shown.GetRawText())!, few, tenant.OrganizationId)
            : null;
    }
}
