using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Deals;

public sealed class PipelineTestsOnSqlite(SqliteApi api) : PipelineTests(api);

public sealed class PipelineTestsOnPostgres(PostgresApi api) : PipelineTests(api);

public abstract class PipelineTests(TestApi api)
{
    [Fact]
    public async Task A_new_organization_has_a_pipeline_with_stages()
    {
        var acme = await api.NewTenant();
        var pipeline = (await acme.Get("/pipelines"))["data"].EnumerateArray().Single();
        var stages = (await acme.Get($"/stages?pipeline_id={Id(pipeline)}&$sort[display_order]=1"))["data"].EnumerateArray();
        Assert.Equal(
            ["Qualification open 20", "Proposal open 50", "Negotiation open 80", "Won won 100", "Lost lost 0"],
            stages.Select(stage => $"{stage.GetProperty("name")} {stage.GetProperty("type")} {stage.GetProperty("probability")}")
        );
    }

    [Theory]
    [InlineData("""{"type":"won"}""", 201, 100)]
    [InlineData("""{"type":"won","probability":100}""", 201, 100)]
    [InlineData("""{"type":"won","probability":99}""", 400, 0)]
    [InlineData("""{"type":"lost"}""", 201, 0)]
    [InlineData("""{"type":"lost","probability":1}""", 400, 0)]
    [InlineData("""{"probability":35}""", 201, 35)]
    [InlineData("""{}""", 201, 0)]
    [InlineData("""{"probability":101}""", 400, 0)]
    [InlineData("""{"probability":-1}""", 400, 0)]
    public async Task A_stage_is_as_likely_to_be_won_as_its_type_says(string fields, int status, int probability)
    {
        var acme = await api.NewTenant();
        var pipeline = Id((await acme.Get("/pipelines"))["data"][0]);
        var reply = await acme.Post(
            "/stages",
            $$"""{"pipeline_id":{{pipeline}},"name":"x"{{(fields == "{}" ? "" : ",")}}{{fields[1..]}}"""
        );
        Assert.Equal(status, reply.Status);
        Assert.Equal(
            status == 400 ? "probability" : $"{probability}",
            status == 400 ? reply["errors"].EnumerateObject().Single().Name : reply["probability"].GetRawText()
        );
    }

    [Fact]
    public async Task A_stage_that_is_closed_is_as_sure_as_that_until_it_is_opened()
    {
        var acme = await api.NewTenant();
        var stage = $"/stages/{Id((await acme.Get("/stages?name=Proposal"))["data"][0])}";
        Assert.Equal(400, (await acme.Patch(stage, new { type = "won" })).Status);
        Assert.Equal(100, (await acme.Patch(stage, new { type = "won", probability = (int?)null }))["probability"].GetInt32());
        Assert.Equal(60, (await acme.Patch(stage, new { type = "open", probability = 60 }))["probability"].GetInt32());
        Assert.Equal(60, (await acme.Get(stage))["probability"].GetInt32());
    }

    [Fact]
    public async Task A_name_is_unique_in_its_pipeline_alone()
    {
        var acme = await api.NewTenant();
        var first = Id((await acme.Get("/pipelines"))["data"][0]);
        var second = Id(await acme.Create("/pipelines", new { name = "Renewals" }));
        Assert.Equal(409, (await acme.Post("/pipelines", new { name = " Renewals " })).Status);
        Assert.Equal(409, (await acme.Post("/stages", new { pipeline_id = first, name = "Proposal" })).Status);
        Assert.Equal(201, (await acme.Post("/stages", new { pipeline_id = second, name = "Proposal" })).Status);
    }

    [Fact]
    public async Task A_pipeline_with_stages_is_not_removed()
    {
        var acme = await api.NewTenant();
        var pipeline = Id((await acme.Get("/pipelines"))["data"][0]);
        var refused = await acme.Delete($"/pipelines/{pipeline}");
        Assert.Equal((409, """{"used_by":{"stages":5}}"""), (refused.Status, refused["data"].GetRawText()));
        Assert.Equal(200, (await (await acme.AsBulk()).Delete($"/stages?pipeline_id={pipeline}")).Status);
        Assert.Equal(200, (await acme.Delete($"/pipelines/{pipeline}")).Status);
    }

    private static long Id(JsonElement record) => record.GetProperty("id").GetInt64();
}
