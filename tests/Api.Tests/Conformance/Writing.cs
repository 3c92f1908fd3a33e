using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>Records are created, replaced and removed, and are then what the answer said.</summary>
internal sealed class Writing(Subject subject)
{
    private readonly ConformingResource resource = subject.Resource;
    private readonly Tenant tenant = subject.Tenant;
    private readonly Outcome outcome = new(subject);

    public async Task Creates()
    {
        if (resource.Create is null)
            return;

        var body = await subject.Records.Body(resource, subject.Next());
        var reply = await tenant.Post(resource.Collection, body);
        subject.Expect(201, resource.Create, reply, "POST");
        subject.Expect(reply.Header("Location") == subject.PathOf(reply["id"].GetInt64()), $"POST names {reply.Header("Location")}");
        var record = Outcome.Record(reply);
        outcome.Shows(record, body, "POST");
        await outcome.IsKept(record, "POST");

        var few = Record(
            await FewFields.Send(
                sent => tenant.Post(resource.Collection, sent),
                await subject.Records.Body(resource, subject.Next()),
                resource.Create.Body!.Required
            )
        );
        foreach (var (name, field) in ConformingResource.Writable(resource.Create))
            if (field.Default is { } standard && few.Sent[name] is null)
                outcome.Shows(few.Record, new JsonObject { [name] = standard.DeepClone() }, $"POST without {name}");
    }

    public async Task Replaces()
    {
        if (resource.Replace is null)
            return;

        var before = await subject.New();
        var path = subject.PathOf(before["id"]);
        await outcome.LeavesAlone(HttpMethod.Put, path);

        var body = await subject.Records.Body(resource, subject.Next());
        var reply = await tenant.Put(path, body);
        subject.Expect(200, resource.Replace, reply, "PUT");
        var record = Outcome.Record(reply);
        outcome.Shows(record, body, "PUT");
        outcome.IsNext(before, record, "PUT");

        var few = Record(
            await FewFields.Send(
                sent => tenant.Put(path, sent),
                await subject.Records.Body(resource, subject.Next()),
                resource.Replace.Body!.Required
            )
        );
        foreach (var (name, field) in ConformingResource.Writable(resource.Replace).Where(field => !few.Sent.ContainsKey(field.Key)))
            if (!Particulars.IsDependent(resource, name))
                outcome.Shows(few.Record, outcome.Empty(name, field), $"PUT without {name}");
        await outcome.IsKept(few.Record, "PUT");
    }

    public async Task Removes()
    {
        if (resource.Remove is null)
            return;

        var record = await subject.New();
        var path = subject.PathOf(record["id"]);
        var read = await tenant.Get(path);
        var reply = await tenant.Delete(path);
        subject.Expect(200, resource.Remove, reply, "DELETE");
        subject.Expect(reply.Text == read.Text, $"DELETE answers {reply.Text}, not {read.Text}");
        foreach (var gone in (Reply[])[await tenant.Get(path), await tenant.Delete(path)])
            subject.Expect(gone.Status == 404 && gone["name"].GetString() == "NotFound", $"a removed record is {gone.Status} {gone.Text}");
        subject.Expect((await subject.All()).All(other => !JsonNode.DeepEquals(other["id"], record["id"])), $"a removed record is listed");
    }

    public async Task Refuses_what_cannot_be_done()
    {
        var path = subject.PathOf((await subject.All())[^1]["id"]);
        (ProbedOperation? Operation, HttpMethod Method, string Path)[] all =
        [
            (resource.Create, HttpMethod.Post, resource.Collection),
            (resource.Replace, HttpMethod.Put, path),
            (resource.Patch, HttpMethod.Patch, path),
            (resource.Remove, HttpMethod.Delete, path),
        ];
        foreach (var (_, method, place) in all.Where(one => one.Operation is null))
        {
            var reply = await tenant.Send(method, place, method == HttpMethod.Delete ? null : "{}");
            subject.Expect(
                reply.Status == 405 && reply.Header("Allow") is not null,
                $"{method} is no operation, and answered {reply.Status}"
            );
        }
    }

    private static (JsonObject Record, JsonObject Sent) Record((Reply Reply, JsonObject Sent) done) =>
        (Outcome.Record(done.Reply), done.Sent);
}
