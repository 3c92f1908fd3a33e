using AchieveApex.Support;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

public sealed class ExampleTestsOnSqlite(SqliteApi api) : ExampleTests(api);

public sealed class ExampleTestsOnPostgres(PostgresApi api) : ExampleTests(api);

/// <summary>What the document shows can be sent, and what comes back is what the document says.</summary>
public abstract class ExampleTests(TestApi api)
{
    private readonly Dictionary<string, (Tenant, Call)> readings = [];

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

    private async Task Example(DescribedOperation operation)
    {
        var (tenant, call) = await Prepared(operation);
        Fits(operation, await call.By(tenant), 300, "the example");
    }

    private async Task Parameters(DescribedOperation operation)
    {
        foreach (var parameter in operation.QueryParameters.Where(parameter => parameter.TryGetProperty("example", out _)))
        {
            var query = Bracketed.Query(parameter.GetProperty("name").GetString()!, parameter.GetProperty("example"));
            var (tenant, call) = await Prepared(operation);
            Fits(operation, await call.With(query).By(tenant), 300, query);
        }
    }

    private async Task Headers(DescribedOperation operation)
    {
        var headers = operation
            .Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "header")
            .Select(header => (header.GetProperty("name").GetString()!, header.GetProperty("example").GetString()!))
            .Where(header => header.Item1 != "If-Match" || Execution.IsOnNewRecord(operation))
            .ToArray();
        var (tenant, call) = await Prepared(operation);
        Fits(operation, await call.By(tenant, headers), 400, "with headers");
    }

    // What the caller knows is not answered again where the document says so.
    private async Task KnownRecord(DescribedOperation operation)
    {
        if (operation.Method != "GET" || !operation.HasId)
            return;

        var (tenant, call) = await Prepared(operation);
        var reply = await call.By(tenant, ("If-None-Match", "\"1\""));
        var expected = operation.Answers.Any(answer => answer.Status == "304") ? 304 : 200;
        Assert.True(expected == reply.Status, $"{operation} of a known record is {reply.Status}");
        Fits(operation, reply, 400, "of a known record");
    }

    // What changes nothing needs no record of its own each time.
    private async Task<(Tenant, Call)> Prepared(DescribedOperation operation)
    {
        if (readings.TryGetValue(operation.Id, out var known))
            return known;

        var tenant = await (await api.NewTenant()).AsBulk();
        var prepared = (tenant, await new Execution(tenant, operation).Prepare());
        if (operation.Method == "GET")
            readings[operation.Id] = prepared;
        return prepared;
    }

    private static void Fits(DescribedOperation operation, Reply reply, int statusBelow, string what)
    {
        Assert.True(reply.Status < statusBelow, $"{operation} {what}: {reply.Status} {reply.Text}");
        var problems = AnswerCheck.Problems(operation, reply);
        Assert.True(problems.Count == 0, $"{operation} {what}: {string.Join('\n', problems)}");
    }
}
