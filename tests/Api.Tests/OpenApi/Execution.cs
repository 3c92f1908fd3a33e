using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Support;
using AchieveApex.Support.OpenApi;

namespace AchieveApex.Api.Tests.OpenApi;

/// <summary>Runs an operation as its example shows it, on a record that was made for it by the example of its neighbour.</summary>
internal sealed class Execution(Tenant tenant, DescribedOperation operation)
{
    // What has to have happened to the record, or makes it.
    private static readonly Dictionary<string, string> Before = new()
    {
        ["reopenDeal"] = "winDeal",
        ["getStageChange"] = "winDeal",
        ["getAuditLogEntry"] = "createTag",
        ["reopenConversation"] = "closeConversation",
        ["followUpSupportTicket"] = "mergeSupportTicket",
        ["getMerge"] = "mergeContact",
        ["undoMerge"] = "mergeContact",
    };

    // References that are named for their part, not for their kind.
    private static readonly Dictionary<string, string> Lists = new() { ["requester_id"] = "/contacts", ["ticket_id"] = "/support-tickets" };

    /// <summary>Whether it is called on a record in its first version. An upsert that adds is not.</summary>
    public static bool IsOnNewRecord(DescribedOperation operation) => operation.HasId && !Before.ContainsKey(operation.Id);

    private readonly Description description = operation.Description;

    /// <summary>Makes what the operation needs, and answers with how it is to be called.</summary>
    public async Task<Call> Prepare()
    {
        var id = operation.HasId || operation.IsBulk ? await NewRecord() : 0;
        return await Prepare(id);
    }

    private async Task<Call> Prepare(long id)
    {
        var path = operation
            .Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path")
            .Aggregate(operation.Path, Fill);
        var query = operation.IsBulk ? $"?id={id}" : Required();
        return new(
            new HttpMethod(operation.Method),
            path.Replace("{id}", $"{id}") + query,
            operation.Body is { } body ? (await Real(body)).ToJsonString() : null
        );
    }

    private string Required() =>
        operation
            .QueryParameters.Where(parameter => parameter.TryGetProperty("required", out var required) && required.GetBoolean())
            .Select(parameter => $"?{parameter.GetProperty("name")}={parameter.GetProperty("example")}")
            .FirstOrDefault("");

    private static string Fill(string path, JsonElement parameter)
    {
        var name = parameter.GetProperty("name").GetString()!;
        return name == "id" ? path : path.Replace($"{{{name}}}", Uri.EscapeDataString(parameter.GetProperty("example").GetString()!));
    }

    private async Task<long> NewRecord()
    {
        if (!Before.TryGetValue(operation.Id, out var first))
            return await New(operation.Collection);

        var before = new Execution(tenant, description[first]);
        var made = await before.NewRecord();
        await (await before.Prepare(made)).By(tenant);
        return description[first].Collection == operation.Collection ? made : await Newest(operation.Collection);
    }

    // The newest of its own kind may be the record itself.
    private async Task<long> Other(string collection) =>
        collection != operation.Collection && (await tenant.Get(collection))["total"].GetInt64() > 0
            ? await Newest(collection)
            : await New(collection);

    private async Task<long> New(string collection)
    {
        var create = description.Operations.Single(other => other.Method == "POST" && other.Path == collection);
        var fields = await Real(create.Body!.Value);
        fields.Remove("external_id"); // which there may be one record with already
        fields.Remove("domain");
        if (fields.ContainsKey("email"))
            fields["email"] = $"{Guid.CreateVersion7():N}@example.com";
        return (await tenant.Create(create.Path, fields.ToJsonString())).GetProperty("id").GetInt64();
    }

    private async Task<long> Newest(string collection) => (await tenant.Get(collection))["data"][0].GetProperty("id").GetInt64();

    // Ids of other records differ from one organization to the next.
    private async Task<JsonObject> Real(JsonElement body)
    {
        var real = JsonObject.Create(body)!;
        foreach (var name in real.Select(member => member.Key).Where(name => name.EndsWith("_id", StringComparison.Ordinal)).ToList())
            if (ListOf(name) is var list && description.Operations.Any(other => other.Path == list && other.Method == "GET"))
                real[name] = await Other(list);

        return real;
    }

    // Records are merged into others of their kind.
    private string ListOf(string reference) =>
        reference == "into_id" ? operation.Collection : Lists.GetValueOrDefault(reference, $"/{reference[..^3]}s");
}

/// <summary>What is sent.</summary>
internal sealed record Call(HttpMethod Method, string Path, string? Body)
{
    public Task<Reply> By(Tenant tenant, params (string Name, string Value)[] headers) => tenant.Send(Method, Path, Body, headers);

    public Call With(string query) => this with { Path = Path + (Path.Contains('?') ? "&" : "?") + query };
}
