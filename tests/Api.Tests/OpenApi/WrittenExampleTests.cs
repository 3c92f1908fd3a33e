using System.Text.Json;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

/// <summary>The document agrees with itself.</summary>
public sealed class WrittenExampleTests
{
    private static readonly SchemaCheck Check = new(Description.Kept);

    [Fact]
    public void Every_example_of_a_body_has_the_bodys_schema() =>
        Assert.Empty(
            Description
                .Kept.Operations.Where(operation => operation.Body is not null)
                .SelectMany(operation => Check.Problems(operation.BodySchema!.Value, operation.Body!.Value, operation.Id))
        );

    [Fact]
    public void Every_example_of_a_parameter_has_the_parameters_schema() =>
        Assert.Empty(Description.Kept.Operations.SelectMany(operation => operation.Parameters).SelectMany(Problems));

    [Fact]
    public void Every_example_of_an_answer_has_the_answers_schema() =>
        Assert.Empty(
            Description
                .Kept.Operations.SelectMany(operation => operation.Answers)
                .Where(answer => answer.Answer.TryGetProperty("content", out _))
                .SelectMany(answer => answer.Answer.GetProperty("content").EnumerateObject())
                .SelectMany(media => Problems(media.Value))
        );

    [Fact]
    public void Every_operation_has_an_id_of_its_own() =>
        Assert.Equal(
            Description.Kept.Operations.Count,
            Description.Kept.Operations.Select(operation => operation.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );

    private static IEnumerable<string> Problems(JsonElement told) =>
        told.TryGetProperty("example", out var example) ? Check.Problems(told.GetProperty("schema"), example) : [];
}
