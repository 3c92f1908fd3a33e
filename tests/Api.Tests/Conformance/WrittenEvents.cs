using System.Text.Json.Nodes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>Every write that is kept is told by one event of its record, and no other request by any.</summary>
internal sealed class WrittenEvents(Subject subject)
{
    private const string Created = "created";
    private const string Removed = "removed";
    private readonly ConformingResource resource = subject.Resource;
    private readonly Tenant tenant = subject.Tenant;

    public async Task Tell()
    {
        if (resource.Create is null)
            return;

        var record = await subject.New();
        var path = subject.PathOf(record["id"]);
        var verbs = new List<string> { Created };
        verbs.AddRange(await Changes(HttpMethod.Put, path, resource.Replace is not null));
        verbs.AddRange(await Changes(HttpMethod.Patch, path, resource.Patch is not null));
        if (resource.Remove is not null && (await tenant.Delete(path)).Status == 200)
            verbs.Add(Removed);

        var events = await Of(record["id"]!);
        subject.Expect(
            events.Select(VerbOf).SequenceEqual(verbs),
            $"{string.Join(' ', verbs)} is told as {string.Join(' ', events.Select(e => e["type"]))}"
        );
        foreach (var (name, change) in events is [var first, ..] ? first["changes"]!.AsObject() : [])
            subject.Expect(
                JsonNode.DeepEquals(change!["to"], record[name]),
                $"{name} was created as {record[name]?.ToJsonString()}, and is told as {change.ToJsonString()}"
            );
    }

    // As many as the version tells: a change that changes nothing is none.
    private async Task<IEnumerable<string>> Changes(HttpMethod method, string path, bool isOperation)
    {
        if (!isOperation)
            return [];

        var before = (await tenant.Get(path))["version"].GetInt64();
        var body = await subject.Records.Body(resource, subject.Next());
        await tenant.Send(method, $"{path}?dry_run=true", body);
        var reply = await tenant.Send(method, path, body);
        await tenant.Send(method, path, "{\"no_such_field\":1}");
        return reply.Status == 200 ? Enumerable.Repeat("updated", (int)(reply["version"].GetInt64() - before)) : [];
    }

    private async Task<IReadOnlyList<JsonObject>> Of(JsonNode id)
    {
        var page = await tenant.Get($"/audit-log?resource={resource.Collection[1..]}&record_id={id}&$sort[id]=1&$limit=200");
        return [.. JsonNode.Parse(page.Text)!["data"]!.AsArray().Select(e => e!.AsObject())];
    }

    // Between the first and the last, what happened may have a name of its own.
    private static string VerbOf(JsonObject told) =>
        $"{told["type"]}".Split('.')[1] is var verb && verb is Created or Removed ? verb : "updated";
}
