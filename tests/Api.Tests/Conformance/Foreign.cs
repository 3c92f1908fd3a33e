using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Api.Tests.Tenancy;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>What belongs to another organization is as absent as what never was, by its id and in every reference.</summary>
internal sealed class Foreign(Subject own, Subject other)
{
    private static readonly string[] ChangingHeaders = ["Date", "X-Request-Id", "RateLimit", "Content-Length"];
    private readonly ConformingResource resource = own.Resource;
    private readonly RawDatabase database = new(own.Tenant.Api);

    /// <summary>Tries, and expects that nothing was written.</summary>
    public async Task Is_out_of_reach()
    {
        var record = (await other.All())[^1];
        foreach (var reference in resource.Writes.SelectMany(References))
            await other.Records.Named(reference.Named, 0);

        var body = resource.Create is null ? [] : await own.Records.Body(resource, own.Next());
        var path = own.PathOf((await own.New())["id"]);
        var before = await State();
        await By_id(record, body);
        await By_reference(path, body);
        await By_organization(path, body);
        own.Expect(before == await State(), $"a request that names another organization's records writes");
    }

    private async Task By_id(JsonObject record, JsonObject body)
    {
        foreach (
            var operation in new[] { resource.Get, resource.Replace, resource.Patch, resource.Remove }
                .OfType<ProbedOperation>()
                .Concat(resource.Commands)
        )
        {
            var fit =
                operation.Body is null ? null
                : resource.Commands.Contains(operation) ? Shown(operation)
                : Subject.Fit(operation, body);
            var foreign = await own.Tenant.Send(operation.Method, operation.At(_ => $"{record["id"]}"), fit);
            var absent = await own.Tenant.Send(operation.Method, operation.At(_ => $"{TwoTenants.Absent}"), fit);
            own.Expect(404, operation, foreign, $"{operation} of another organization's record");
            own.Expect(
                Told(foreign, record["id"]!) == Told(absent, TwoTenants.Absent),
                $"{operation} tells an id that exists elsewhere from one that does not: {foreign.Text}"
            );
        }
    }

    private async Task By_reference(string path, JsonObject body)
    {
        foreach (var write in resource.Writes)
        foreach (var (reference, named) in References(write))
        {
            var (foreign, absent) = await Both(write, path, body, reference, await other.Records.Named(named, 0));
            if (!IsRefused(foreign, reference)) // it may stand in the place of another
                (foreign, absent) = await Both(write, path, Alone(write, body), reference, await other.Records.Named(named, 0));
            own.Expect(
                IsRefused(foreign, reference),
                $"{write} with another organization's {reference} is {foreign.Status} {foreign.Text}"
            );
            own.Expect(
                foreign.Text == absent.Text,
                $"{write} with another organization's {reference} is {foreign.Text}, with nobody's {absent.Text}"
            );
        }
    }

    private async Task<(Reply Foreign, Reply Absent)> Both(
        ProbedOperation write,
        string path,
        JsonObject body,
        string reference,
        long id
    ) => (await Send(write, path, body, reference, id), await Send(write, path, body, reference, TwoTenants.Absent));

    private static bool IsRefused(Reply reply, string field) =>
        reply.Status == 400 && reply.Body.TryGetProperty("errors", out var errors) && errors.TryGetProperty(field, out _);

    private static JsonObject Alone(ProbedOperation write, JsonObject body)
    {
        var alone = body.DeepClone().AsObject();
        foreach (var (name, field) in ConformingResource.Writable(write))
            if (field.IsNullable && alone.ContainsKey(name) && ConformingResource.Named(name, field) is not null)
                alone[name] = null;
        return alone;
    }

    private async Task By_organization(string path, JsonObject body)
    {
        foreach (var write in resource.Writes)
        {
            var reply = await Send(write, path, body, "organization_id", other.Tenant.OrganizationId);
            own.Expect(403, write, reply, $"{write} for another organization");
        }
    }

    private Task<Reply> Send(ProbedOperation write, string path, JsonObject body, string field, long value)
    {
        var sent = Subject.Fit(write, body);
        sent[field] = value;
        return own.Tenant.Send(write.Method, write == resource.Create ? resource.Collection : path, sent);
    }

    private async Task<string> State() => await database.Of(own.Tenant.OrganizationId) + await database.Of(other.Tenant.OrganizationId);

    private static IEnumerable<(string Field, string Named)> References(ProbedOperation write) =>
        from field in ConformingResource.Writable(write)
        let named = ConformingResource.Named(field.Key, field.Value)
        where named is not null
        select (field.Key, named);

    private static JsonObject Shown(ProbedOperation command) => JsonNode.Parse(command.Described.Body!.Value.GetRawText())!.AsObject();

    private static string Told(Reply reply, JsonNode id)
    {
        var headers = reply
            .Message.Headers.Concat(reply.Message.Content.Headers)
            .Where(header => !ChangingHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order();
        return $"{reply.Status} {reply.Text.Replace($"'{id}'", "ID", StringComparison.Ordinal)} {string.Join('\n', headers)}";
    }
}
