using System.Text.Json;
using AchieveApex.Support;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

public sealed class ExampleTestsOnSqlite(SqliteApi api) : ExampleTests(api);

public sealed class ExampleTestsOnPostgres(PostgresApi api) : ExampleTests(api);

/// <summary>What the document shows can be sent, and what comes back is what the document says.</summary>
public abstract class ExampleTests(TestApi api)
{
    public static TheoryData<string> Operations { get; } = [.. Description.Kept.Operations.Select(operation => operation.Id)];

    public static TheoryData<string> Lists { get; } =
    [
        .. Description
            .Kept.Operations.Where(operation => operation is { Method: "GET" } && Filters(operation).Any())
            .Select(operation => operation.Id),
    ];

    [Theory, MemberData(nameof(Operations))]
    public async Task The_example_succeeds_and_the_answer_is_as_described(string id)
    {
        var (operation, tenant) = (Description.Kept[id], await (await api.NewTenant()).AsBulk());
        var reply = await (await new Execution(tenant, operation).Prepare()).By(tenant);
        Assert.True(reply.Status < 300, reply.Text);
        Assert.Empty(AnswerCheck.Problems(operation, reply));
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Every_parameter_with_an_example_is_taken(string id)
    {
        var operation = Description.Kept[id];
        foreach (var parameter in operation.QueryParameters.Where(parameter => parameter.TryGetProperty("example", out _)))
        {
            var query = Bracketed.Query(parameter.GetProperty("name").GetString()!, parameter.GetProperty("example"));
            var tenant = await (await api.NewTenant()).AsBulk();
            var reply = await (await new Execution(tenant, operation).Prepare()).With(query).By(tenant);
            Assert.True(reply.Status < 300, $"{query}: {reply.Text}");
            Assert.Empty(AnswerCheck.Problems(operation, reply));
        }
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Every_header_with_an_example_is_taken(string id)
    {
        var (operation, tenant) = (Description.Kept[id], await (await api.NewTenant()).AsBulk());
        var headers = operation
            .Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "header")
            .Select(header => (header.GetProperty("name").GetString()!, header.GetProperty("example").GetString()!))
            .Where(header => header.Item1 != "If-Match" || Execution.IsOnNewRecord(operation))
            .ToArray();
        var reply = await (await new Execution(tenant, operation).Prepare()).By(tenant, headers);
        Assert.True(reply.Status < 400, reply.Text);
        Assert.Empty(AnswerCheck.Problems(operation, reply));
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task A_record_that_the_caller_knows_is_not_answered_again_where_the_document_says_so(string id)
    {
        var (operation, tenant) = (Description.Kept[id], await api.NewTenant());
        if (operation.Method != "GET" || !operation.HasId)
            return;

        var reply = await (await new Execution(tenant, operation).Prepare()).By(tenant, ("If-None-Match", "\"1\""));
        Assert.Equal(operation.Answers.Any(answer => answer.Status == "304") ? 304 : 200, reply.Status);
        Assert.Empty(AnswerCheck.Problems(operation, reply));
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Every_operator_of_every_field_takes_a_value_of_its_type(string id)
    {
        var (operation, tenant) = (Description.Kept[id], await api.NewTenant());
        var call = await new Execution(tenant, operation).Prepare();
        foreach (var query in Filters(operation))
        {
            var reply = await call.With(query).By(tenant);
            Assert.True(reply.Status == 200 || (reply.Status == 404 && operation.HasId), $"{query}: {reply.Text}");
            Assert.Empty(AnswerCheck.Problems(operation, reply));
        }
    }

    // A field's schema is anyOf: values that it may equal, then an object of operators.
    private static IEnumerable<string> Filters(DescribedOperation operation) =>
        from parameter in operation.QueryParameters
        let name = parameter.GetProperty("name").GetString()!
        where !name.StartsWith('$') && name != "dry_run"
        from form in operation.Description.Follow(parameter.GetProperty("schema")).GetProperty("anyOf").EnumerateArray()
        from query in Queries(operation.Description, name, form)
        select query;

    private static IEnumerable<string> Queries(Description description, string name, JsonElement form) =>
        description.Follow(form) is var schema && schema.TryGetProperty("properties", out var operators)
            ? operators.EnumerateObject().Select(one => Bracketed.Query($"{name}[{one.Name}]", Sample(description, one.Value)))
            : [Bracketed.Query(name, Sample(description, schema))];

    private static JsonElement Sample(Description description, JsonElement schema)
    {
        schema = description.Follow(schema);
        if (schema.TryGetProperty("anyOf", out var forms))
            return Sample(description, forms[0]);
        if (schema.TryGetProperty("enum", out var names))
            return names[0];

        return JsonSerializer.SerializeToElement<object>(
            schema.GetProperty("type").GetString() switch
            {
                "integer" => 7,
                "number" => 7.25m,
                "boolean" => true,
                "array" => new[] { Sample(description, schema.GetProperty("items")) },
                _ => schema.TryGetProperty("format", out var format) ? Text(format.GetString()) : "ab",
            }
        );
    }

    private static string Text(string? format) =>
        format switch
        {
            "date" => "2026-01-31",
            "date-time" => "2026-01-31T09:30:00Z",
            _ => "ab",
        };
}
