using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>What a field cannot be is refused on the field.</summary>
internal sealed class Refusing(Subject subject)
{
    private const string Unknown = "no_such_field";
    private readonly ConformingResource resource = subject.Resource;

    public async Task Unknown_fields()
    {
        var query = await subject.Tenant.Get($"{resource.Collection}?{Unknown}=1");
        subject.Expect(
            query.Status == 400 && query.Text.Contains(Unknown, StringComparison.Ordinal),
            $"a query with {Unknown} is {query.Text}"
        );
        foreach (var write in resource.Writes)
        {
            var reply = await Send(write, new() { [Unknown] = 1 });
            subject.Expect(400, write, reply, $"{write} with {Unknown}");
            Names(reply, Unknown, $"{write} with {Unknown}");
        }
    }

    public async Task Wrong_values()
    {
        foreach (var write in resource.Writes)
        {
            var fields = ConformingResource.Writable(write).ToList();
            var types = fields.Select(field => (field.Key, Values: SampleValue.OfOtherTypes(field.Value))).ToList();
            await Each(write, [.. types.Select(field => (field.Key, (JsonNode?)field.Values.First))]);
            await Each(write, [.. types.Select(field => (field.Key, (JsonNode?)field.Values.Second))]);
            foreach (var (name, field) in fields)
            {
                if (ConformingResource.Named(name, field) is null && SampleValue.OutOfBounds(field) is { } value)
                    await Each(write, [(name, value)]);
                if (!field.IsNullable && field.Alternatives[0].Type != "object")
                    await Each(write, [(name, null)]);
            }
        }
    }

    // All problems of a kind are told at once, so one request tries all fields.
    private async Task Each(ProbedOperation write, IReadOnlyList<(string Name, JsonNode? Value)> wrong)
    {
        if (wrong.Count == 0)
            return;

        var body = new JsonObject(wrong.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var reply = await Send(write, body);
        subject.Expect(400, write, reply, $"{write} {body.ToJsonString()}");
        foreach (var (name, value) in wrong)
            Names(reply, name, $"{write} with {name} {Short(value)}");
    }

    private void Names(Reply reply, string name, string doing) =>
        subject.Expect(
            reply.Status == 400 && reply.Body.TryGetProperty("errors", out var errors) && errors.TryGetProperty(name, out _),
            $"{doing} is not refused on the field, but {reply.Status} {reply.Text}"
        );

    private static string Short(JsonNode? value) => value?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 40)] : "null";

    private async Task<Reply> Send(ProbedOperation write, JsonObject body)
    {
        var path = write == resource.Create ? resource.Collection : subject.PathOf((await subject.All())[^1]["id"]);
        return await subject.Tenant.Send(write.Method, path, body);
    }
}
