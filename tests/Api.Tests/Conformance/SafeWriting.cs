using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>A write under a key is made once, one under a version only to that version, and one that is tried not at all.</summary>
internal sealed class SafeWriting(Subject subject)
{
    private readonly ConformingResource resource = subject.Resource;
    private readonly Tenant tenant = subject.Tenant;

    public async Task Repeats()
    {
        foreach (var (operation, path, body) in await Writes())
        {
            var key = ("Idempotency-Key", $"{operation}");
            var first = await tenant.Send(operation.Method, path, body, key);
            var state = await subject.State();
            var again = await tenant.Send(operation.Method, path, body, key);
            subject.Expect(first.Status < 300, $"{operation} under a key is {first.Status} {first.Text}");
            subject.Expect(
                (first.Status, first.Text) == (again.Status, again.Text),
                $"{operation} repeated is {again.Status} {again.Text}, not {first.Text}"
            );
            subject.Expect(again.Header("Idempotent-Replayed") == "true", $"{operation} repeated is not told to be so");
            subject.Expect(again.Header("Location") == first.Header("Location"), $"{operation} repeated names {again.Header("Location")}");
            subject.Expect(state == await subject.State(), $"{operation} repeated writes again");
            if (body is null)
                continue;

            var other = await tenant.Send(operation.Method, path, await Body(operation), key);
            subject.Expect(other.Status == 422, $"{operation} with another body under the key is {other.Status}");
        }
    }

    public async Task Depends_on_the_version()
    {
        var known = (await subject.All())[^1];
        var read = await tenant.Get(subject.PathOf(known["id"]));
        var tag = known["version"] is { } current ? $"\"{current}\"" : null;
        subject.Expect(read.Header("ETag") == tag, $"the ETag is {read.Header("ETag")}, not {tag}");
        var again = await tenant.Send(HttpMethod.Get, subject.PathOf(known["id"]), null, ("If-None-Match", "*"));
        subject.Expect(again.Status == (resource.HasTags ? 304 : 200), $"If-None-Match is {again.Status}");

        foreach (var (operation, path, body) in (await Writes()).Where(write => write.Operation != resource.Create))
        {
            var (state, version) = (await subject.State(), (await tenant.Get(path))["version"].GetInt64());
            var stale = await tenant.Send(operation.Method, path, body, ("If-Match", $"\"{version + 1}\""));
            subject.Expect(412, operation, stale, $"{operation} of another version");
            subject.Expect(stale.Status != 412 || stale["data"].GetProperty("version").GetInt64() == version, $"412 tells {stale.Text}");
            subject.Expect(state == await subject.State(), $"{operation} of another version writes");
            var fresh = await tenant.Send(operation.Method, path, body, ("If-Match", $"\"{version}\""));
            subject.Expect(200, operation, fresh, $"{operation} of its version");
        }
    }

    public async Task Is_tried()
    {
        foreach (var (operation, path, body) in await Writes())
        {
            var state = await subject.State();
            var reply = await tenant.Send(operation.Method, $"{path}?dry_run=true", body);
            subject.Expect(operation == resource.Create ? 201 : 200, operation, reply, $"{operation} tried");
            subject.Expect((reply.Header("Dry-Run"), reply.Header("Location")) == ("true", null), $"{operation} tried does not say so");
            subject.Expect(state == await subject.State(), $"{operation} tried is kept");
        }
    }

    // Each on a record of its own.
    private async Task<List<(ProbedOperation Operation, string Path, JsonObject? Body)>> Writes()
    {
        var writes = new List<(ProbedOperation, string, JsonObject?)>();
        foreach (var operation in resource.Writes)
            writes.Add((operation, operation == resource.Create ? resource.Collection : await NewPath(), await Body(operation)));
        if (resource.Remove is not null)
            writes.Add((resource.Remove, await NewPath(), null));
        return writes;
    }

    private async Task<string> NewPath() => subject.PathOf((await subject.New())["id"]);

    private async Task<JsonObject> Body(ProbedOperation operation) =>
        Subject.Fit(operation, await subject.Records.Body(resource, subject.Next()));
}
