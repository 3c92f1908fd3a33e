using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>What a write has to have made of a record.</summary>
internal sealed class Outcome(Subject subject)
{
    private readonly ConformingResource resource = subject.Resource;
    private readonly Tenant tenant = subject.Tenant;

    public static JsonObject Record(Reply reply) => JsonNode.Parse(reply.Text)!.AsObject();

    /// <summary>A record that is sent back as it was read stays as it is.</summary>
    public async Task LeavesAlone(HttpMethod method, string path)
    {
        var read = await tenant.Get(path);
        var reply = await tenant.Send(method, path, read.Text);
        subject.Expect(reply.Text == read.Text, $"{method} of a record as it was read answers {reply.Text}, not {read.Text}");
    }

    /// <summary>A record is read as the write showed it.</summary>
    public async Task IsKept(JsonObject record, string doing)
    {
        var read = Record(await tenant.Get(subject.PathOf(record["id"])));
        Shows(record, read, $"GET after {doing}");
    }

    /// <summary>It is in its next version, if anything was changed.</summary>
    public void IsNext(JsonObject before, JsonObject after, string doing)
    {
        var isChanged = ConformingResource
            .Writable(resource.Patch ?? resource.Replace!)
            .Any(field => !JsonNode.DeepEquals(before[field.Key], after[field.Key]));
        var expected = before["version"]!.GetValue<long>() + (isChanged ? 1 : 0);
        subject.Expect(after["version"]!.GetValue<long>() == expected, $"{doing} makes version {after["version"]}, not {expected}");
    }

    /// <summary>It shows these fields, as far as it has them.</summary>
    public void Shows(JsonObject record, JsonObject expected, string doing)
    {
        foreach (var (name, value) in expected.Where(field => resource.Get.Fields.ContainsKey(field.Key)))
            subject.Expect(
                JsonNode.DeepEquals(record[name], value),
                $"{doing} shows {name} {record[name]?.ToJsonString() ?? "null"}, not {value?.ToJsonString() ?? "null"}"
            );
    }

    /// <summary>What a field shows that was left out. A list that is shown nevertheless shows what leaving it out means.</summary>
    public JsonObject Empty(string name, Schema field) =>
        field.Default is { } standard ? new() { [name] = standard.DeepClone() }
        : name == "custom_fields" ? new() { [name] = new JsonObject() }
        : resource.Get.Fields[name].IsNullable ? new() { [name] = null }
        : [];
}
