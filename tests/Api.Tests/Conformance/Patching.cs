using System.Text.Json.Nodes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>A patch changes what it names, and nothing else.</summary>
internal sealed class Patching(Subject subject)
{
    private readonly ConformingResource resource = subject.Resource;
    private readonly Tenant tenant = subject.Tenant;
    private readonly Outcome outcome = new(subject);

    public async Task Patches()
    {
        if (resource.Patch is null)
            return;

        var record = await subject.New();
        var path = subject.PathOf(record["id"]);
        await outcome.LeavesAlone(HttpMethod.Patch, path);

        var writable = ConformingResource.Writable(resource.Patch).ToDictionary();
        var other = Subject.Fit(resource.Patch, await subject.Records.Body(resource, subject.Next()));
        foreach (var name in other.Select(field => field.Key).ToList())
            record = await Change(path, record, other, name);

        var nothing = new JsonObject(writable.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, null)));
        foreach (var (name, field) in writable.Where(field => field.Value.IsNullable))
        {
            await Change(path, record, nothing, name);
            record = Outcome.Record(await tenant.Patch(path, Subject.Fit(resource.Patch, record))); // not all can be without a value at once
        }

        await outcome.IsKept(record, "PATCH");
    }

    // With null too a field may not come alone: an amount without its currency.
    private async Task<JsonObject> Change(string path, JsonObject before, JsonObject whole, string name)
    {
        var (reply, sent) = await FewFields.Send(body => tenant.Patch(path, body), whole, [name]);
        if (whole[name] is null && IsRefusedAsRequired(reply, name))
            return before;

        var doing = $"PATCH {sent.ToJsonString()}";
        subject.Expect(200, resource.Patch!, reply, doing);
        if (reply.Status != 200)
            return before;

        var after = Outcome.Record(reply);
        foreach (var (field, schema) in ConformingResource.Writable(resource.Patch!))
            if (sent[field] is null && Particulars.IsDependent(resource, field))
                continue;
            else if (sent.ContainsKey(field))
                outcome.Shows(
                    after,
                    sent[field] is { } value ? new JsonObject { [field] = value.DeepClone() } : outcome.Empty(field, schema),
                    doing
                );
            else
                outcome.Shows(after, new JsonObject { [field] = before[field]?.DeepClone() }, doing);
        outcome.IsNext(before, after, doing);
        return after;
    }

    // One of several may be needed, whichever it is.
    private static bool IsRefusedAsRequired(Reply reply, string name) =>
        reply.Status == 400
        && reply.Body.TryGetProperty("errors", out var errors)
        && errors.TryGetProperty(name, out var problems)
        && problems[0].GetString()!.StartsWith("is required", StringComparison.Ordinal);
}
