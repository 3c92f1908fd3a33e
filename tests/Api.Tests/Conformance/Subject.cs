using System.Text.Json.Nodes;
using AchieveApex.Api.Tests.Probes;
using AchieveApex.Support;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>A resource on trial: an organization with records of it, and what was found to be otherwise than the document and the contract say.</summary>
internal sealed class Subject(ConformingResource resource, Tenant tenant)
{
    private const int Full = 4;
    private const int Bare = 2;
    private const int Told = 20;
    private readonly List<string> findings = [];
    private int number = Full + Bare;

    public ConformingResource Resource => resource;

    public Tenant Tenant => tenant;

    public SampleRecords Records { get; } = new(tenant);

    /// <summary>The fields of a body that an operation takes.</summary>
    public static JsonObject Fit(ProbedOperation operation, JsonObject body) =>
        new(
            ConformingResource
                .Writable(operation)
                .Where(field => body.ContainsKey(field.Key))
                .Select(field => KeyValuePair.Create(field.Key, body[field.Key]?.DeepClone()))
        );

    public static async Task<Subject> In(TestApi api, ConformingResource resource)
    {
        var subject = new Subject(resource, await api.NewTenant());
        for (var i = 0; i < Full + Bare; i++)
            await subject.Records.Make(resource, i, isFull: i < Full);
        return subject;
    }

    /// <summary>The same, with nothing found.</summary>
    public Subject Anew()
    {
        findings.Clear();
        return this;
    }

    /// <summary>A number that no record was made of yet.</summary>
    public int Next() => number += 2;

    /// <summary>A new record with all its fields.</summary>
    public Task<JsonObject> New() => Records.Make(resource, Next());

    public string PathOf(JsonNode? id) => $"{resource.Collection}/{id}";

    /// <summary>Every record, as the list shows it.</summary>
    public async Task<List<JsonObject>> All() =>
        [
            .. JsonNode.Parse((await tenant.Get($"{resource.Collection}?$limit=200&$sort[id]=1")).Text)!["data"]!
                .AsArray()
                .Select(record => record!.AsObject()),
        ];

    /// <summary>Which records there are, and in which version.</summary>
    public async Task<string> State() => string.Join(' ', (await All()).Select(record => $"#{record["id"]}v{record["version"]}"));

    public void Expect(bool isSo, FormattableString otherwise)
    {
        if (!isSo)
            findings.Add($"{resource.Collection}: {FormattableString.Invariant(otherwise)}");
    }

    /// <summary>Expects a status, and an answer as the document has it.</summary>
    public void Expect(int status, ProbedOperation operation, Reply reply, string doing)
    {
        Expect(reply.Status == status, $"{doing} is {status}, not {reply.Status} {reply.Text}");
        if (reply.Status == status)
            foreach (var problem in AnswerCheck.Problems(operation.Described, reply))
                Expect(false, $"{doing} is not answered as documented: {problem}");
    }

    /// <summary>Fails with what was found.</summary>
    public void Conforms() =>
        Assert.True(findings.Count == 0, $"{findings.Count} findings\n{string.Join('\n', findings.Distinct().Take(Told))}");
}
