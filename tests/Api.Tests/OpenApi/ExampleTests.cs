using AchieveApex.Support;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

public sealed class ExampleTestsOnSqlite(SqliteApi api) : ExampleTests(api);

public sealed class ExampleTestsOnPostgres(PostgresApi api) : ExampleTests(api);

/// <summary>What the document shows can be sent, and what comes back is what the document says.</summary>
public abstract class ExampleTests(TestApi api)
{
    private const string DryRun = "dry_run=true";
    private readonly Dictionary<string, (Tenant Tenant, Call Call)> unspent = [];

    public static TheoryData<string> Collections { get; } =
    [.. Description.Kept.Operations.Select(operation => operation.Collection).Distinct()];

    [Theory, MemberData(nameof(Collections))]
    public async Task What_is_shown_of_it_can_be_sent_and_is_answered_as_described(string collection)
    {
        foreach (var operation in Description.Kept.Operations.Where(operation => operation.Collection == collection))
        {
            await Example(operation);
            await Parameters(operation);
            await Headers(operation);
            await KnownRecord(operation);
        }
    }

    private async Task Example(DescribedOperation operation) => Fits(operation, await Try(operation), 300, "the example");

    private async Task Parameters(DescribedOperation operation)
    {
        var queries = operation
            .QueryParameters.Where(parameter => parameter.TryGetProperty("example", out _))
            .Select(parameter => Bracketed.Query(parameter.GetProperty("name").GetString()!, parameter.GetProperty("example")));
        foreach (var query in queries.OrderByDescending(query => query == DryRun))
            Fits(operation, await Try(operation, query), 300, query);
    }

    private async Task Headers(DescribedOperation operation)
    {
        var headers = operation
            .Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "header")
            .Select(header => (header.GetProperty("name").GetString()!, header.GetProperty("example").GetString()!))
            .Where(header => header.Item1 != "If-Match" || Execution.IsOnNewRecord(operation))
            .ToArray();
        Fits(operation, await Try(operation, null, headers), 400, "with headers");
    }

    // What the caller knows is not answered again where the document says so.
    private async Task KnownRecord(DescribedOperation operation)
    {
        if (operation.Method != "GET" || !operation.HasId)
            return;

        var reply = await Try(operation, null, ("If-None-Match", "\"1\""));
        var expected = operation.Answers.Any(answer => answer.Status == "304") ? 304 : 200;
        Assert.True(expected == reply.Status, $"{operation} of a known record is {reply.Status}");
        Fits(operation, reply, 400, "of a known record");
    }

    // What changes nothing leaves the records that were made for it to the next call.
    private async Task<Reply> Try(DescribedOperation operation, string? query = null, params (string Name, string Value)[] headers)
    {
        if (!unspent.Remove(operation.Id, out var prepared))
        {
            var tenant = await (await api.NewTenant()).AsBulk();
            prepared = (tenant, await new Execution(tenant, operation).Prepare());
        }

        var reply = await (query is null ? prepared.Call : prepared.Call.With(query)).By(prepared.Tenant, headers);
        if (operation.Method == "GET" || query == DryRun)
            unspent[operation.Id] = prepared;
        return reply;
    }

    private static void Fits(DescribedOperation operation, Reply reply, int statusBelow, string what)
    {
        Assert.True(reply.Status < statusBelow, $"{operation} {what}: {reply.Status} {reply.Text}");
        var problems = AnswerCheck.Problems(operation, reply);
        Assert.True(problems.Count == 0, $"{operation} {what}: {string.Join('\n', problems)}");
    }
}
